#include "help.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "gridvisit/base/display.hpp"

#include "parser.hpp"

namespace gridvisit::cli {
namespace {

using l10n::Catalog;

constexpr std::size_t k_indent = 2;
/// With less room beside the names, what they are stands below them.
constexpr std::size_t k_narrowest_text = 24;
/// A name (a command line) wider than this stands on a line of its own.
constexpr std::size_t k_widest_name = 30;
constexpr std::size_t k_widest_example = 48;
constexpr std::size_t k_widest_verbs = 26;

/// A name and what it is, one below the other with the names in one column.
using Entries = std::vector<std::pair<std::string, std::string>>;

std::string entries_text(const Entries& entries, std::size_t columns,
                         std::size_t widest_of_all = k_widest_name) {
  std::size_t widest = 0;
  for (const auto& [name, says] : entries)
    if (const auto width = display_width(name); width <= widest_of_all)
      widest = std::max(widest, width);
  const auto beside = k_indent + widest + 2;
  const auto left = columns < beside + k_narrowest_text ? 2 * k_indent : beside;
  std::string text;
  for (const auto& [name, says] : entries) {
    auto line = std::string(k_indent, ' ') + name;
    for (const auto& part : wrap_to(says, columns - left)) {
      const bool fits = display_width(line) + 2 <= left;
      if (!fits) text += line + "\n";
      text += pad_to(fits ? line : std::string{}, left) + part + "\n";
      line.clear();
    }
    if (!line.empty()) text += line + "\n";
  }
  return text;
}

std::string paragraph(std::string_view says, std::size_t columns) {
  std::string text;
  for (const auto& line : wrap_to(says, columns)) text += line + "\n";
  return text;
}

std::string heading(const Catalog& catalog, const TextId& id) {
  return fmt::format("\n{}\n", catalog.text(message("{0}:", id)));
}

/// Who reads a part of the overview.
struct Group {
  std::vector<Audience> audiences;
  TextId title;

  bool has(Audience audience) const {
    return std::ranges::find(audiences, audience) != audiences.end();
  }
};
std::vector<Group> groups() {
  return {{{Audience::worker}, translatable("Grid workers, every day")},
          {{Audience::coordinator}, translatable("Coordinators")},
          {{Audience::automation, Audience::administrator},
           translatable("Scheduled jobs and administrators")}};
}

struct Noun {
  std::string_view name;
  TextId summary;
};
constexpr auto k_nouns = std::to_array<Noun>({
    {"report", translatable("visits made, and who is still owed one")},
    {"month", translatable("keep a month's figures, and see what changes them")},
    {"area", translatable("the tree of areas down to the grids")},
    {"worker", translatable("the grid workers")},
    {"household", translatable("the households and where they live")},
    {"tag", translatable("households that a norm singles out")},
    {"tag category", translatable("what a tag may be")},
    {"assign", translatable("who answers for which grid")},
    {"leave", translatable("days on which a worker is not in post")},
    {"holiday", translatable("the days that are not what their weekday says")},
    {"patrol", translatable("rounds through a grid")},
    {"policy", translatable("the rules that visits are judged by")},
    {"import", translatable("take tables from CSV files")},
    {"export", translatable("give tables to other programs")},
    {"retention", translatable("how long personal data is kept")},
    {"member", translatable("who may use the database, and in what role")},
    {"config", translatable("the settings of this program")},
});

constexpr auto k_register_nouns = std::to_array<std::string_view>(
    {"area", "worker", "household", "tag", "assign", "leave", "holiday"});

std::string_view noun_of(const CommandEntry& entry) {
  return entry.path.substr(0, entry.path.find(' '));
}

std::vector<const CommandEntry*> entries_of_noun(std::string_view noun) {
  std::vector<const CommandEntry*> found;
  for (const auto& entry : all_commands())
    if (entry.path.starts_with(noun) && entry.path.substr(noun.size()).starts_with(' '))
      found.push_back(&entry);
  return found;
}

/// `area add|list|…`: as many of the commands of a noun as fit the column of names.
std::string verbs_text(std::string_view noun) {
  std::string text{noun};
  char before = ' ';
  for (const auto* entry : entries_of_noun(noun)) {
    const auto verb = entry->path.substr(noun.size() + 1);
    if (text.size() + verb.size() + 3 > k_widest_verbs) return text + before + "…";
    text += fmt::format("{}{}", std::exchange(before, '|'), verb);
  }
  return text;
}

bool is_first_of_noun(const CommandEntry& entry) {
  const auto same_noun = entries_of_noun(noun_of(entry));
  return same_noun.empty() || same_noun.front() == &entry;
}

std::string name_and_aliases(const CommandEntry& entry) {
  std::string name{entry.path};
  for (const auto alias : aliases_of(entry)) name += fmt::format(", {}", alias);
  return name;
}

/// The nouns of the register share one entry; any other noun has one, where its first command is.
Entries commands_for(const Group& group, const Catalog& catalog) {
  Entries entries;
  for (const auto& entry : all_commands()) {
    const auto noun = noun_of(entry);
    const auto command = entry.describe();
    if (!group.has(command.audience) || !is_first_of_noun(entry)) continue;
    if (entry.path == noun)
      entries.emplace_back(name_and_aliases(entry), catalog.text(command.summary));
    else if (noun == k_register_nouns.front())
      entries.emplace_back(
          "area, worker, household, …",
          catalog.text(translatable("the register, with tag, assign, leave and holiday")));
    else if (std::ranges::find(k_register_nouns, noun) == k_register_nouns.end())
      entries.emplace_back(verbs_text(noun), catalog.text(summary_of_noun(noun)));
  }
  return entries;
}

Entries option_entries(std::span<const Option> options, const Catalog& catalog) {
  Entries entries;
  for (const auto& option : options)
    entries.emplace_back(option_name(option, catalog), catalog.text(option.help));
  return entries;
}

std::string aliases_text(std::string_view path) {
  std::string text;
  for (const auto& entry : all_commands())
    if (entry.path == path)
      for (const auto alias : aliases_of(entry)) text += fmt::format(" {}", alias);
  return text;
}

std::string examples_text(const Command& command, const Catalog& catalog, std::size_t columns) {
  Entries entries;
  for (const auto& [line, says] : command.examples) entries.emplace_back(line, catalog.text(says));
  return entries_text(entries, columns, k_widest_example);
}

}  // namespace

TextId summary_of_noun(std::string_view noun) {
  const auto at = std::ranges::find(k_nouns, noun, &Noun::name);
  return at == k_nouns.end() ? TextId{} : at->summary;
}

std::string option_name(const Option& option, const Catalog& catalog) {
  std::string name =
      option.letter == '\0' ? std::string{"    "} : fmt::format("-{}, ", option.letter);
  name += fmt::format("--{}", option.name);
  if (!option.value.text.empty()) name += fmt::format(" {}", catalog.text(option.value));
  return name;
}

std::string usage_line(const Command& command, const Catalog& catalog) {
  std::string line = fmt::format("gridvisit {}", command.path);
  for (const auto& argument : command.arguments) {
    const auto shown =
        std::string{catalog.text(argument.shown)} + (argument.takes_rest ? " …" : "");
    line += argument.required ? fmt::format(" {}", shown) : fmt::format(" [{}]", shown);
  }
  if (!command.options.empty()) line += fmt::format(" [{}]", catalog.text(translatable("OPTIONS")));
  return line;
}

std::string overview(const Catalog& catalog, std::size_t columns) {
  auto text = paragraph(
      catalog.text(translatable("gridvisit: visits to households, quotas and reports")), columns);
  for (const auto& group : groups())
    text += heading(catalog, group.title) + entries_text(commands_for(group, catalog), columns);
  text += "\n" +
          paragraph(
              catalog.text(translatable(
                  "`gridvisit COMMAND --help` explains a command, `help options` their options.")),
              columns);
  return text;
}

std::string help_page(const Command& command, const Catalog& catalog, std::size_t columns) {
  auto text = paragraph(
      fmt::format("{} {}", catalog.text(translatable("Usage:")), usage_line(command, catalog)),
      columns);
  text += paragraph(catalog.text(command.summary), columns);
  if (const auto aliases = aliases_text(command.path); !aliases.empty())
    text += fmt::format("{}{}\n", catalog.text(translatable("Also called:")), aliases);
  for (const auto& detail : command.details)
    text += "\n" + paragraph(catalog.text(detail), columns);
  Entries words;
  for (const auto& argument : command.arguments)
    words.emplace_back(catalog.text(argument.shown), catalog.text(argument.help));
  if (!words.empty()) text += "\n" + entries_text(words, columns);
  if (!command.options.empty())
    text += heading(catalog, translatable("Options")) +
            entries_text(option_entries(command.options, catalog), columns);
  if (!command.examples.empty())
    text += heading(catalog, translatable("Examples")) + examples_text(command, catalog, columns);
  return text;
}

std::string noun_page(std::string_view noun, const Catalog& catalog, std::size_t columns) {
  std::string text =
      fmt::format("{} gridvisit {} …\n", catalog.text(translatable("Usage:")), verbs_text(noun));
  text += paragraph(catalog.text(summary_of_noun(noun)), columns) + "\n";
  Entries entries;
  for (const auto* entry : entries_of_noun(noun))
    entries.emplace_back(entry->path, catalog.text(entry->describe().summary));
  text += entries_text(entries, columns);
  text += heading(catalog, translatable("Examples"));
  return text + fmt::format("  gridvisit {} --help\n", entries.front().first);
}

std::string options_page(const Catalog& catalog, std::size_t columns) {
  auto text =
      paragraph(catalog.text(translatable("Options of every command. They may stand anywhere; "
                                          "after `--` nothing is read as an option.")),
                columns);
  text += "\n" + entries_text(option_entries(global_options(), catalog), columns);
  return text + "\n" +
         paragraph(
             catalog.text(translatable(
                 "A setting is taken from its option, else from the environment (GRIDVISIT_DB, "
                 "GRIDVISIT_WORKER, GRIDVISIT_LANG, GRIDVISIT_TODAY, NO_COLOR), else from the "
                 "config "
                 "file; `gridvisit config list --show-origin` tells which.")),
             columns);
}

std::string command_names() {
  std::string names;
  for (const auto& entry : all_commands()) names += fmt::format("{}\n", entry.path);
  return names;
}

}  // namespace gridvisit::cli
