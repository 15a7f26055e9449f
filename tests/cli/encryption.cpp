// Encrypted backups, from outside.
#include <algorithm>
#include <filesystem>

#include <doctest/doctest.h>

#include "cli/register.hpp"
#include "store/sqlite/raw.hpp"

using namespace gridvisit::tests;
namespace fs = std::filesystem;

namespace {

struct EncryptionTown : Town {
  EncryptionTown() {
    must("add 1-1-101 secret-note");
    write("pass.txt", "eight little words\nnot this\n");
    write("wrong.txt", "nine little words\n");
  }

  std::string notes(const std::string& name) const {
    return gridvisit::store::testing::raw_value(folder() / name,
                                                "SELECT group_concat(text) FROM visit_note");
  }
  std::ptrdiff_t files_with(std::string_view part) const {
    return std::ranges::count_if(fs::directory_iterator{folder()}, [&](const auto& entry) {
      return entry.path().filename().string().find(part) != std::string::npos;
    });
  }
};

}  // namespace

TEST_CASE_FIXTURE(EncryptionTown,
                  "an encrypted backup shows nothing and is restored by its passphrase") {
  must("backup sealed.db --encrypt --passphrase-file pass.txt");
  CHECK(read("sealed.db").starts_with("GVSEALED"));
  CHECK(read("sealed.db").find("secret-note") == std::string::npos);
  CHECK(read("sealed.db").find("CREATE TABLE") == std::string::npos);
  CHECK(files_with(".tmp") == 0);
  CHECK(files_with("town.db.backup") == 0);
  must("add 1-1-102 after");
  must("restore sealed.db --yes --passphrase-file pass.txt");
  CHECK(notes("town.db") == "secret-note");
  must("restore sealed.db --yes --db new.db", "eight little words\n");
  CHECK(notes("new.db") == "secret-note");
}

TEST_CASE_FIXTURE(EncryptionTown,
                  "what does not open an encrypted backup leaves the database alone") {
  must("backup sealed.db --encrypt", "eight little words\n");
  const auto file = read("sealed.db");
  write("cut.db", std::string_view{file}.substr(0, file.size() - 100));
  auto flipped = file;
  flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
  write("flipped.db", flipped);
  const auto before = read("town.db");
  const Case cases[] = {
      {"restore sealed.db --yes --passphrase-file wrong.txt", 4, nothing, "does not open the file"},
      {"restore sealed.db --yes", 4, nothing, "8 bytes at least", "short"},
      {"restore sealed.db --yes --passphrase-file none.txt", 3, nothing, "none.txt"},
      {"restore cut.db --yes --passphrase-file pass.txt", 7, nothing, "can't be restored"},
      {"restore flipped.db --yes --passphrase-file pass.txt", 7, nothing, "can't be restored"},
      {"backup other.db --encrypt --passphrase-file none.txt", 3, nothing, "none.txt"},
      {"backup other.db --passphrase-file pass.txt", 2, nothing, "is for --encrypt"},
      {"backup other.db --encrypt", 4, nothing, "8 bytes at least", "short"},
      {"backup other.db --encrypt", 4, nothing, "8 bytes at least", ""},
  };
  check(*this, cases);
  CHECK(read("town.db") == before);
  CHECK(files_with("other.db") == 0);
  CHECK(files_with(".tmp") == 0);
}

TEST_CASE_FIXTURE(EncryptionTown, "on a terminal the passphrase is asked for twice") {
  const auto typed = [&](const std::string& first, const std::string& second) {
    return shell("printf '" + first + "\\n" + second +
                 "\\n' | script -qec 'gridvisit backup typed.db --encrypt' /dev/null");
  };
  const auto differing = typed("eight little words", "eight other words");
  CHECK(differing.code == 4);
  CHECK(differing.out.find("Passphrase: ") != std::string::npos);
  CHECK(differing.out.find("The two passphrases differ.") != std::string::npos);
  CHECK(files_with("typed.db") == 0);
  CHECK(typed("eight little words", "eight little words").code == 0);
  must("restore typed.db -n --passphrase-file pass.txt");
}

TEST_CASE_FIXTURE(EncryptionTown,
                  "encrypted backups in a folder are named so and pruned with the others") {
  fs::create_directory(folder() / "b");
  must("backup b --today 2026-11-01");
  must("backup b --today 2026-11-02 --encrypt --passphrase-file pass.txt");
  must("backup b --today 2026-11-03 --encrypt --passphrase-file pass.txt --keep 2");
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator{folder() / "b"})
    names.push_back(entry.path().filename());
  std::ranges::sort(names);
  REQUIRE(names.size() == 2);
  CHECK(names.front().starts_with("town-2026-11-02-"));
  CHECK(names.back().ends_with(".db.enc"));
}
