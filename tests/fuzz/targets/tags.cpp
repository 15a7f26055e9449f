// What may stand in a cell: a list of tags, a code, a header.
#include "gridvisit/domain/code.hpp"
#include "gridvisit/exchange/rows.hpp"
#include "gridvisit/format/csv_writer.hpp"

#include "fuzz/expect.hpp"
#include "fuzz/targets.hpp"

namespace gridvisit::fuzz {

void tags(std::string_view input) {
  const auto text = as_text(input);
  for (const auto& table : exchange::all_tables())
    if (const auto field = find_column(table, text))
      expect(*field != exchange::Field::count, "a header names a column that there is");
  if (code_problem(text).empty())
    expect(!format::needs_guard(text), "a code is no formula, since it leaves without a guard");
  const auto tags = exchange::parse_tags(text);
  if (!tags) return;
  const auto written = tags_to_string(*tags);
  const auto again = exchange::parse_tags(written);
  expect(again.has_value(), "what is written is a list of tags");
  expect(again->size() == tags->size(), "no tag is lost");
  for (std::size_t index = 0; index < tags->size(); ++index) {
    const auto &one = (*tags)[index], &other = (*again)[index];
    expect(!one.days || one.days->first <= one.days->last, "a tag has a day at least");
    expect(one.category == other.category && one.days == other.days, "a tag is read as written");
  }
}

}  // namespace gridvisit::fuzz
