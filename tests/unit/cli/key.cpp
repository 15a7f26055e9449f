#include "round/key.hpp"

#include <vector>

#include <doctest/doctest.h>

using namespace gridvisit::cli;
using Kind = Key::Kind;

namespace {

std::vector<Key> keys_of(std::string_view bytes, bool complete = true) {
  KeyDecoder decoder;
  decoder.feed(bytes);
  std::vector<Key> keys;
  while (auto key = decoder.next(complete)) keys.push_back(*key);
  return keys;
}

using Keys = std::vector<Key>;

}  // namespace

TEST_CASE("bytes become the keys that were pressed") {
  CHECK(keys_of("ma") == Keys{{Kind::text, "m"}, {Kind::text, "a"}});
  CHECK(keys_of("好é") == Keys{{Kind::text, "好"}, {Kind::text, "é"}});
  CHECK(keys_of("\r\n") == Keys{{Kind::enter}, {Kind::enter}});
  CHECK(keys_of("\x7f\b") == Keys{{Kind::backspace}, {Kind::backspace}});
  CHECK(keys_of("\x15") == Keys{{Kind::clear_line}});
  CHECK(keys_of("\x03\x04") == Keys{{Kind::leave}, {Kind::leave}});
  CHECK(keys_of("\x1b") == Keys{{Kind::escape}});
}

TEST_CASE("arrows and other sequences are one key that means nothing") {
  CHECK(keys_of("\x1b[A") == Keys{{Kind::other}});
  CHECK(keys_of("\x1b[3~x") == Keys{{Kind::other}, {Kind::text, "x"}});
  CHECK(keys_of("\x1bOP") == Keys{{Kind::other}});
  CHECK(keys_of("\x1b[1;5C") == Keys{{Kind::other}});
}

TEST_CASE("a key that has not come whole is waited for") {
  KeyDecoder decoder;
  decoder.feed("\xe5\xa5");
  CHECK_FALSE(decoder.next(false));
  CHECK(decoder.is_waiting());
  decoder.feed("\xbd");
  CHECK(decoder.next(false) == Key{Kind::text, "好"});
  decoder.feed("\x1b");
  CHECK_FALSE(decoder.next(false));
  decoder.feed("[B");
  CHECK(decoder.next(false) == Key{Kind::other});
  CHECK_FALSE(decoder.is_waiting());
}

TEST_CASE("what is no UTF-8 is no text") {
  CHECK(keys_of("\xff m") == Keys{{Kind::other}, {Kind::text, " "}, {Kind::text, "m"}});
  CHECK(keys_of("\xe5\xa5") == Keys{{Kind::other}, {Kind::other}});
}

TEST_CASE("what is pasted is one text on one line and never keys") {
  CHECK(keys_of("\x1b[200~met\nabsent\r\x1b[201~q") ==
        Keys{{Kind::text, "met absent ", true}, {Kind::text, "q"}});
  CHECK(keys_of("\x1b[200~a\x1b[31mb\x1b[201~") == Keys{{Kind::text, "a\x1b[31mb", true}});
  CHECK(keys_of("\x1b[200~mmm").empty());
}
