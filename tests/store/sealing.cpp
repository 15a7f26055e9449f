#include "gridvisit/store/sealing.hpp"

#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"

using namespace gridvisit;
using namespace gridvisit::store;

namespace {

constexpr std::size_t k_preamble = 60, k_check = 17, k_message = 65536 + 17;

/// Gives the text in pieces of uneven size.
SealSource pieces_of(std::string text) {
  return [text = std::move(text), at = std::size_t{0}](std::span<char> into) mutable {
    const auto size = std::min({into.size(), text.size() - at, std::size_t{7919}});
    std::copy_n(text.data() + at, size, into.data());
    at += size;
    return size;
  };
}

std::string sealed(const std::string& clear, const std::string& passphrase) {
  std::string result;
  seal(pieces_of(clear), passphrase, [&](std::string_view bytes) { result += bytes; });
  return result;
}

std::string opened(const std::string& file, const std::string& passphrase) {
  std::string result;
  unseal(pieces_of(file), passphrase, [&](std::string_view bytes) { result += bytes; });
  return result;
}

ErrorKind failure(const std::string& file, const std::string& passphrase = "right") {
  try {
    opened(file, passphrase);
  } catch (const Error& error) {
    return error.kind();
  }
  FAIL("was opened");
  return {};
}

std::string long_text() {
  std::string text;
  for (int number = 0; text.size() < 200000; ++number) text += std::to_string(number) + ' ';
  return text;
}

}  // namespace

TEST_CASE("what is sealed is opened by its passphrase whatever its length") {
  for (const std::size_t size : {0, 1, 65535, 65536, 65537, 131072}) {
    CAPTURE(size);
    const auto clear = long_text().substr(0, size);
    const auto file = sealed(clear, "right");
    CHECK(is_sealed(file));
    CHECK(opened(file, "right") == clear);
    const auto messages = size / 65536 + 1;
    CHECK(file.size() == k_preamble + k_check + size + 17 * messages);
  }
  CHECK_FALSE(is_sealed("SQLite format 3"));
  CHECK_FALSE(is_sealed("GVS"));
}

TEST_CASE("both ways give the same digest and two files of one text differ") {
  const auto file = sealed("text", "right");
  const auto ignore = [](std::string_view) {};
  CHECK(seal(pieces_of("text"), "right", ignore) == unseal(pieces_of(file), "right", ignore));
  CHECK(sealed("text", "right") != file);
  CHECK(file.find("text") == std::string::npos);
}

TEST_CASE("a wrong passphrase is told apart from damage") {
  const auto file = sealed(long_text(), "right");
  for (const auto* wrong : {"wrong", "", "Right", "right "})
    CHECK(failure(file, wrong) == ErrorKind::refused);
}

TEST_CASE("a cut or lengthened or reordered file is damaged") {
  const auto file = sealed(long_text(), "right");
  const auto first = k_preamble + k_check;
  for (const auto size : {std::size_t{0}, std::size_t{20}, k_preamble, first - 1, first,
                          first + k_message, first + 2 * k_message, file.size() - 1})
    CHECK(failure(file.substr(0, size)) == ErrorKind::damaged);
  CHECK(failure(file + "x") == ErrorKind::damaged);
  CHECK(failure(file + file.substr(first)) == ErrorKind::damaged);
  auto swapped = file;
  std::swap_ranges(swapped.begin() + first, swapped.begin() + first + k_message,
                   swapped.begin() + first + k_message);
  CHECK(failure(swapped) == ErrorKind::damaged);
  CHECK(failure(file.substr(0, first) + file.substr(first + k_message)) == ErrorKind::damaged);
}

TEST_CASE("no flipped bit goes unnoticed") {
  const auto file = sealed("a short text", "right");
  // Of every fifth byte, since each costs a hashing of the passphrase.
  for (std::size_t at = 20; at < file.size(); at += 5) {
    CAPTURE(at);
    auto flipped = file;
    flipped[at] = static_cast<char>(flipped[at] ^ 1);
    const auto kind = failure(flipped);
    CHECK(kind == (at < k_preamble + k_check ? ErrorKind::refused : ErrorKind::damaged));
  }
}

TEST_CASE("a hostile file can't ask for much memory or time") {
  const auto file = sealed("text", "right");
  const auto with = [&](std::size_t at, std::string_view bytes) {
    auto changed = file;
    return changed.replace(at, bytes.size(), bytes);
  };
  constexpr std::string_view k_huge = "\xff\xff\xff\xff", k_nothing{"\0\0\0\0", 4},
                             k_newer{"\2\0\0\0", 4};
  CHECK(failure(with(12, k_huge)) == ErrorKind::damaged);
  CHECK(failure(with(12, k_nothing)) == ErrorKind::damaged);
  CHECK(failure(with(16, k_huge)) == ErrorKind::damaged);
  CHECK(failure(with(16, k_nothing)) == ErrorKind::damaged);
  CHECK(failure(with(8, k_newer)) == ErrorKind::version);
  CHECK(failure(with(0, "gv")) == ErrorKind::damaged);
}
