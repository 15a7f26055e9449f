#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gridvisit/base/problem.hpp"
#include "gridvisit/calendar/day.hpp"

/// A policy file as tables of keys and values that remember their lines: TOML without its library.
namespace gridvisit::policy_file {

struct Value;
using List = std::vector<Value>;

struct Value {
  std::int64_t line = 0;
  std::string written;  ///< as it reads in the file; text without its quotes
  /// monostate: of a type that no key has.
  std::variant<std::monostate, std::string, std::int64_t, Day, List> content;
};

struct Entry {
  std::string key;
  std::int64_t line = 0;
  Value value;
};

struct Table {
  std::int64_t line = 0;
  std::vector<Entry> entries;
};

struct Tables {
  Table head;                ///< all but `rules`
  std::vector<Table> rules;  ///< each [[rules]]
  std::vector<Problem> problems;
};

/// Text that is not TOML is one problem.
Tables read_tables(std::string_view text);

}  // namespace gridvisit::policy_file
