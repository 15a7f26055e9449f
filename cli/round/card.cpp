#include "round/card.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "gridvisit/base/display.hpp"
#include "gridvisit/base/graphemes.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::cli {
namespace {

using Lines = std::vector<std::string>;
using l10n::Catalog;

/// Lines about the household that go before the legend of the keys.
constexpr std::size_t k_least_known = 4;

struct Legend {
  char key;
  TextId says;   ///< one word or two
  TextId helps;  ///< the same for the help
};
constexpr auto k_legends = std::to_array<Legend>({
    {'n', translatable_in("key", "note"), translatable("type a note; the next outcome saves it")},
    {'s', translatable_in("key", "skip"),
     translatable("skip this household; it comes back at the end")},
    {'b', translatable_in("key", "back"), translatable("back to the household before")},
    {'u', translatable_in("key", "undo"),
     translatable("void my last visit of today, after a second u")},
    {'?', translatable_in("key", "help"), translatable("this help")},
    {'q', translatable_in("key", "leave"),
     translatable("leave; everything that was told is saved")},
});

void append(Lines& lines, const Lines& more) {
  lines.insert(lines.end(), more.begin(), more.end());
}

/// `text` behind a label, its further lines as far in as the first.
Lines labelled(std::string_view label, std::string_view text, std::size_t columns) {
  constexpr std::size_t k_narrowest = 10;
  const auto indent = display_width(label);
  const auto room = columns > indent + k_narrowest ? columns - indent : columns;
  Lines lines;
  for (const auto& part : wrap_to(with_visible_controls(text), room)) {
    const auto before =
        lines.empty() ? std::string{label} : std::string(room == columns ? 0 : indent, ' ');
    lines.push_back(before + part);
  }
  return lines;
}

/// As many items on a line as fit, two blanks apart.
Lines flowing(const std::vector<std::string>& items, std::size_t columns) {
  Lines lines;
  for (const auto& item : items) {
    const bool fits =
        !lines.empty() && display_width(lines.back()) + 2 + display_width(item) <= columns;
    if (fits)
      lines.back() += "  " + item;
    else
      lines.push_back(item);
  }
  return lines;
}

Lines key_legend(const Catalog& catalog, std::size_t columns) {
  std::vector<std::string> outcomes, modes, others;
  for (const auto& [key, outcome] : k_outcome_keys)
    outcomes.push_back(fmt::format("{} {}", key, catalog.text(report::word_of(outcome).label)));
  for (const auto& [key, mode] : k_mode_keys)
    modes.push_back(fmt::format("{} {}", key, catalog.text(report::word_of(mode).label)));
  for (const auto& legend : k_legends)
    others.push_back(fmt::format("{} {}", legend.key, catalog.text(legend.says)));
  Lines lines;
  for (const auto& items : {outcomes, modes, others}) append(lines, flowing(items, columns));
  return lines;
}

/// Where the walk stands: `3/20`, and what is done and skipped, as a line that parts the card from
/// what was said before.
std::string progress(const Walk& walk, const Catalog& catalog, std::size_t columns) {
  constexpr std::size_t k_widest = 60;
  std::vector<std::string> parts;
  const auto size = walk.stops().size();
  parts.push_back(fmt::format("{}/{}", std::min(walk.position() + 1, size), size));
  parts.push_back(catalog.text(message("done {0}", walk.count(Stop::State::done))));
  if (const auto skipped = walk.count(Stop::State::skipped); skipped > 0)
    parts.push_back(catalog.text(message("skipped {0}", skipped)));
  auto line = join(parts, "  ") + " ";
  const auto width = display_width(line), wanted = std::min(columns, k_widest);
  if (width < wanted) line.append(wanted - width, '-');
  return truncate_to(line, columns);
}

/// What is known of the household beside its name, most needed first.
Lines household_lines(const Walk& walk, const StopText& text, const Catalog& catalog,
                      std::size_t columns) {
  Lines lines;
  const auto add = [&](const TextId& label, const std::string& value) {
    if (!value.empty()) append(lines, labelled(catalog.text(label), value, columns));
  };
  if (const auto* stop = walk.stop()) add(translatable("today: "), stop->visit);
  for (const auto& owed : text.owes) add(translatable("owes: "), owed);
  if (!text.address.empty()) append(lines, labelled({}, text.address, columns));
  add(translatable("tags: "), text.tags);
  add(translatable("last: "), text.last);
  return lines;
}

/// What the next outcome would save.
Lines draft_lines(const Walk& walk, const Catalog& catalog, std::size_t columns) {
  auto draft = std::string{catalog.text(report::word_of(walk.mode()).label)};
  if (!walk.note().empty()) draft = catalog.text(message("{0}, note: {1}", draft, walk.note()));
  return labelled("> ", draft, columns);
}

/// What is typed, broken wherever a line is full: a blank at its end stays visible as one.
Lines typed_lines(const Walk& walk, std::size_t columns) {
  Lines lines{"> "};
  std::size_t width = 2;
  const auto visible = with_visible_controls(walk.typed());
  for (const auto grapheme : graphemes(visible)) {
    const auto more = display_width(grapheme);
    if (width + more > columns) {
      lines.emplace_back("  ");
      width = 2;
    }
    lines.back() += grapheme;
    width += more;
  }
  return lines;
}

/// The last lines of a card, where the cursor stands. They are never left out.
Lines prompt_lines(const Walk& walk, const Catalog& catalog, std::size_t columns) {
  switch (walk.phase()) {
    case Walk::Phase::noting: {
      auto lines = wrap_to(
          catalog.text(message("The note (Enter keeps it, Esc leaves it as it was):")), columns);
      append(lines, typed_lines(walk, columns));
      return lines;
    }
    case Walk::Phase::confirming: {
      auto lines = wrap_to(with_visible_controls(walk.asked()), columns);
      append(lines,
             wrap_to(catalog.text(message("Void this visit? u: yes, any other key: no")), columns));
      return lines;
    }
    case Walk::Phase::reading_help:
      return wrap_to(catalog.text(message("Any key goes on.")), columns);
    case Walk::Phase::visiting:
      break;
  }
  if (walk.stop() == nullptr)
    return wrap_to(
        catalog.text(message("Every household of this round is done. q leave, b back, u undo")),
        columns);
  return draft_lines(walk, catalog, columns);
}

void shorten(Lines& lines, std::size_t most) {
  if (lines.size() > most) lines.resize(most);
}

}  // namespace

std::vector<std::string> key_help(const Catalog& catalog, std::size_t columns) {
  Lines lines;
  for (const auto& [key, outcome] : k_outcome_keys)
    append(lines,
           labelled(fmt::format("{}  ", key),
                    catalog.text(message("save the visit: {0}", report::word_of(outcome).label)),
                    columns));
  std::vector<std::string> modes;
  for (const auto& [key, mode] : k_mode_keys)
    modes.push_back(fmt::format("{} {}", key, catalog.text(report::word_of(mode).label)));
  append(lines, labelled("1-6  ", join(modes, " "), columns));
  for (const auto& legend : k_legends)
    append(lines, labelled(fmt::format("{}  ", legend.key), catalog.text(legend.helps), columns));
  return lines;
}

std::vector<CardLine> card(const Walk& walk, const StopText& text, const Frame& frame) {
  const auto columns = std::max<std::size_t>(frame.columns, 12) - 1;
  const auto prompt = prompt_lines(walk, frame.catalog, columns);
  const auto room = std::max(frame.rows, prompt.size() + 4) - prompt.size() - 1;
  const bool is_help = walk.phase() == Walk::Phase::reading_help;
  const bool is_visit = walk.stop() != nullptr && !is_help;
  const auto name = is_visit ? wrap_to(with_visible_controls(text.household), columns) : Lines{};
  Lines lines{progress(walk, frame.catalog, columns)};
  append(lines, name);
  if (is_help) append(lines, key_help(frame.catalog, columns));
  if (is_visit) append(lines, household_lines(walk, text, frame.catalog, columns));
  const bool has_legend = is_visit && walk.phase() == Walk::Phase::visiting && frame.legend;
  auto legend = has_legend ? key_legend(frame.catalog, columns) : Lines{};
  if (legend.size() + k_least_known > room)
    legend = {std::string{frame.catalog.text(translatable("? help"))}};
  shorten(lines, room - std::min(legend.size(), room));
  append(lines, legend);
  append(lines, prompt);
  std::vector<CardLine> shown;
  for (auto& line : lines) {
    const auto at = shown.size();
    shown.push_back({std::move(line), at >= 1 && at <= name.size()});
  }
  return shown;
}

}  // namespace gridvisit::cli
