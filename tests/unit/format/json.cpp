#include "gridvisit/format/json.hpp"

#include <doctest/doctest.h>

using gridvisit::format::json_string;
using gridvisit::format::JsonLayout;
using gridvisit::format::JsonWriter;

TEST_CASE("members stand in the order they were written") {
  JsonWriter json;
  json.begin_object().key("b").number(-7).key("a").begin_array().string("x").null().boolean(true);
  json.end_array().key("c").begin_object().end_object().end_object();
  CHECK(json.text() == R"({"b":-7,"a":["x",null,true],"c":{}})");
}

TEST_CASE("indented JSON has one member a line") {
  JsonWriter json{JsonLayout::indented};
  json.begin_object().key("a").begin_array().number(1).end_array().end_object();
  CHECK(json.text() == "{\n  \"a\": [\n    1\n  ]\n}");
}

TEST_CASE("quotes and control characters are escaped and other text is kept") {
  CHECK(json_string("走访 \"a\\b\"\n\x1b") == "\"走访 \\\"a\\\\b\\\"\\n\\u001b\"");
}

TEST_CASE("a cleared writer starts a new value") {
  JsonWriter json;
  json.begin_array().number(1).end_array();
  json.clear();
  json.json(R"({"ready":1})");
  CHECK(json.text() == R"({"ready":1})");
}
