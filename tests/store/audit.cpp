#include "gridvisit/store/audit.hpp"

#include <set>

#include <doctest/doctest.h>

#include "gridvisit/store/fact_encoding.hpp"

#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store;
using namespace gridvisit::store::testing;

TEST_CASE("the hash of nothing is SHA-256's") {
  CHECK(ContentHash{}.hexadecimal() ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("no two sequences of values hash alike") {
  std::set<std::string> hashes;
  hashes.insert(ContentHash{}.add("ab").add("c").hexadecimal());
  hashes.insert(ContentHash{}.add("a").add("bc").hexadecimal());
  hashes.insert(ContentHash{}.add("abc").hexadecimal());
  hashes.insert(ContentHash{}.add("abc").add("").hexadecimal());
  hashes.insert(ContentHash{}.add(1).add(256).hexadecimal());
  hashes.insert(ContentHash{}.add(256).add(1).hexadecimal());
  hashes.insert(ContentHash{}.add(-1).hexadecimal());
  hashes.insert(ContentHash{}.add(0).hexadecimal());
  hashes.insert(ContentHash{}.add("").hexadecimal());
  CHECK(hashes.size() == 9);
}

TEST_CASE("every field of an entry and the entry before it tell in its hash") {
  const AuditEntry previous{1, {}, "a", "w", "o", "r", "content", "hash"};
  const auto plain = next_entry(previous, author(), {"add", "1"}, "content");
  CHECK(plain.sequence == 2);
  std::set<std::string> hashes{plain.hash};
  hashes.insert(
      next_entry({2, {}, "", "", "", "", "", "hash"}, author(), {"add", "1"}, "content").hash);
  hashes.insert(
      next_entry({1, {}, "", "", "", "", "", "other"}, author(), {"add", "1"}, "content").hash);
  hashes.insert(next_entry(previous, {"tester", "W02", author().at}, {"add", "1"}, "content").hash);
  hashes.insert(next_entry(previous, {"other", "W01", author().at}, {"add", "1"}, "content").hash);
  hashes.insert(next_entry(previous, {"tester", "W01", {}}, {"add", "1"}, "content").hash);
  hashes.insert(next_entry(previous, author(), {"void", "1"}, "content").hash);
  hashes.insert(next_entry(previous, author(), {"add", "2"}, "content").hash);
  hashes.insert(next_entry(previous, author(), {"add", "1"}, "other").hash);
  CHECK(hashes.size() == 9);
  CHECK(next_entry(previous, author(), {"add", "1"}, "content").hash == plain.hash);
}

TEST_CASE("the digest of a note needs its salt and an empty note has none") {
  const auto first = note_digest("blood pressure");
  const auto second = note_digest("blood pressure");
  CHECK(first.salt != second.salt);
  CHECK(first.digest != second.digest);
  CHECK(first.digest == ContentHash{}.add(first.salt).add("blood pressure").bytes());
  CHECK(note_digest("").digest.empty());
}

TEST_CASE("each field of a visit tells in its digest") {
  const auto digest_with = [](auto change) {
    Visit visit{{7}, visit_of({1}, {2}, day("2026-10-05")), instant("2026-10-05T08:00:00Z")};
    change(visit);
    return digest_of(visit, "digest");
  };
  std::set<std::string> digests{digest_with([](Visit&) {})};
  digests.insert(digest_with([](Visit& visit) { visit.said.household.value = 8; }));
  digests.insert(digest_with([](Visit& visit) { visit.said.worker.value = 8; }));
  digests.insert(digest_with([](Visit& visit) { visit.said.day += std::chrono::days{1}; }));
  digests.insert(digest_with([](Visit& visit) { visit.said.time = TimeOfDay{0}; }));
  digests.insert(digest_with([](Visit& visit) { visit.said.time = TimeOfDay{-1}; }));
  digests.insert(digest_with([](Visit& visit) { visit.said.mode = Mode::phone; }));
  digests.insert(digest_with([](Visit& visit) { visit.said.outcome = Outcome::absent; }));
  digests.insert(digest_with([](Visit& visit) { visit.said.replaces = VisitId{3}; }));
  digests.insert(digest_with([](Visit& visit) { visit.said.replaces = VisitId{0}; }));
  digests.insert(digest_with([](Visit& visit) { visit.recorded_at += std::chrono::seconds{1}; }));
  digests.insert(digest_of(
      Visit{{7}, visit_of({1}, {2}, day("2026-10-05")), instant("2026-10-05T08:00:00Z")}, "other"));
  CHECK(digests.size() == 12);
}

TEST_CASE("the kind and the number and the digest of each fact tell in an entry's content") {
  const auto content = [](FactKind kind, std::int64_t id, std::string_view digest) {
    EntryContent result;
    result.add(kind, id, digest);
    return result.hexadecimal();
  };
  std::set<std::string> contents{EntryContent{}.hexadecimal()};
  for (const auto kind : k_fact_kinds) contents.insert(content(kind, 1, "a"));
  contents.insert(content(FactKind::visit, 2, "a"));
  contents.insert(content(FactKind::visit, 1, "b"));
  CHECK(contents.size() == k_fact_kinds.size() + 3);
}

TEST_CASE("a checksum is the first eight bytes of a digest") {
  CHECK(checksum_of(std::string_view{"\0\0\0\0\0\0\1\2and so on", 17}) == 258);
  CHECK(checksum_of("\xff\xff\xff\xff\xff\xff\xff\xfe") == -2);
  CHECK(checksum_of("") == 0);
}
