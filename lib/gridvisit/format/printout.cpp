#include "gridvisit/format/printout.hpp"

#include <algorithm>
#include <charconv>

#include "gridvisit/base/text.hpp"

namespace gridvisit::format {
namespace {

/// The first bytes: another number wherever anything below changes.
constexpr std::string_view k_mark = "gridvisit-printout 2\n";

/// Writes values one after the other: a number as `12:`, a text as its length and its bytes.
class Packing {
 public:
  explicit Packing(std::string& bytes) : m_bytes{bytes} {}

  void number(std::size_t& value) { m_bytes += std::to_string(value) + ':'; }
  void text(std::string& value) {
    auto size = value.size();
    number(size);
    m_bytes += value;
  }
  template <class Value, class Pass>
  void list(std::vector<Value>& values, const Pass& pass_one) {
    auto size = values.size();
    number(size);
    for (auto& value : values) pass_one(value);
  }

 private:
  std::string& m_bytes;
};

/// Reads the same values. Once something is wrong, everything that is read is empty.
class Unpacking {
 public:
  explicit Unpacking(std::string_view bytes) : m_rest{bytes} {}

  bool is_whole() const { return m_is_good && m_rest.empty(); }

  void number(std::size_t& value) {
    value = 0;
    const auto [end, problem] =
        std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
    const auto digits = static_cast<std::size_t>(end - m_rest.data());
    if (problem != std::errc{} || digits == m_rest.size() || *end != ':') {
      fail();
      value = 0;
      return;
    }
    m_rest.remove_prefix(digits + 1);
  }
  void text(std::string& value) {
    std::size_t size = 0;
    number(size);
    if (size > m_rest.size()) return fail();
    value = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    if (find_invalid_utf8(value)) fail();
  }
  /// Takes memory for what is there, whatever length the bytes name.
  template <class Value, class Pass>
  void list(std::vector<Value>& values, const Pass& pass_one) {
    std::size_t size = 0;
    number(size);
    for (std::size_t i = 0; i < size && m_is_good; ++i) pass_one(values.emplace_back());
  }

 private:
  void fail() {
    m_is_good = false;
    m_rest = {};
  }

  std::string_view m_rest;
  bool m_is_good = true;
};

template <class Wire>
void pass(Wire& wire, std::string& text) {
  wire.text(text);
}

template <class Wire>
void pass(Wire& wire, bool& flag) {
  std::size_t number = flag ? 1 : 0;
  wire.number(number);
  flag = number == 1;
}

template <class Wire>
void pass(Wire& wire, Tone& tone) {
  auto number = static_cast<std::size_t>(tone);
  wire.number(number);
  tone = static_cast<Tone>(std::min(number, static_cast<std::size_t>(Tone::bad)));
}

template <class Wire, class Value>
void pass(Wire& wire, std::vector<Value>& list);

template <class Wire>
void pass(Wire& wire, PrintedCell& cell) {
  pass(wire, cell.text);
  pass(wire, cell.tone);
}

template <class Wire>
void pass(Wire& wire, PrintedColumn& column) {
  pass(wire, column.head);
  pass(wire, column.group);
  pass(wire, column.is_number);
}

template <class Wire>
void pass(Wire& wire, PrintedTable& table) {
  pass(wire, table.title);
  pass(wire, table.columns);
  pass(wire, table.rows);
  pass(wire, table.has_total);
}

template <class Wire>
void pass(Wire& wire, PrintedBar& bar) {
  pass(wire, bar.name);
  pass(wire, bar.shown);
  wire.number(bar.length);
  wire.number(bar.mark);
  pass(wire, bar.tone);
}

template <class Wire>
void pass(Wire& wire, PrintedChart& chart) {
  pass(wire, chart.title);
  pass(wire, chart.legend);
  pass(wire, chart.bars);
}

template <class Wire>
void pass(Wire& wire, PrintedFact& fact) {
  pass(wire, fact.label);
  pass(wire, fact.value);
}

template <class Wire>
void pass(Wire& wire, Printout& printout) {
  pass(wire, printout.language);
  pass(wire, printout.created);
  pass(wire, printout.title);
  pass(wire, printout.facts);
  pass(wire, printout.charts);
  pass(wire, printout.tables);
  pass(wire, printout.notes);
  pass(wire, printout.footer);
  pass(wire, printout.page_number);
}

template <class Wire, class Value>
void pass(Wire& wire, std::vector<Value>& list) {
  wire.list(list, [&](Value& value) { pass(wire, value); });
}

bool is_to_scale(const PrintedChart& chart) {
  constexpr std::size_t k_whole = 1000;
  return std::ranges::all_of(chart.bars, [](const PrintedBar& bar) {
    return bar.length <= k_whole && bar.mark <= k_whole;
  });
}

bool is_even(const PrintedTable& table) {
  return std::ranges::all_of(table.rows,
                             [&](const auto& row) { return row.size() == table.columns.size(); });
}

}  // namespace

std::string packed(Printout printout) {
  std::string bytes{k_mark};
  Packing wire{bytes};
  pass(wire, printout);
  return bytes;
}

std::optional<Printout> unpacked(std::string_view bytes) {
  if (!bytes.starts_with(k_mark)) return std::nullopt;
  Unpacking wire{bytes.substr(k_mark.size())};
  Printout printout;
  pass(wire, printout);
  const bool is_sound = wire.is_whole() && std::ranges::all_of(printout.tables, is_even) &&
                        std::ranges::all_of(printout.charts, is_to_scale);
  if (!is_sound) return std::nullopt;
  return printout;
}

}  // namespace gridvisit::format
