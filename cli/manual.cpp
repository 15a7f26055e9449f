#include "manual.hpp"

#include <array>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"

#include "command.hpp"
#include "help.hpp"
#include "parser.hpp"

namespace gridvisit::cli {
namespace {

using l10n::Catalog;

/// Text as man(7) takes it literally: no escapes, no requests, dashes as they are typed.
std::string literal(std::string_view text) {
  std::string safe;
  for (const char sign : text) {
    if (sign == '\\')
      safe += "\\e";
    else if (sign == '-')
      safe += "\\-";
    else
      safe += sign;
  }
  return safe.starts_with('.') || safe.starts_with('\'') ? "\\&" + safe : safe;
}

/// A manual that grows from top to bottom.
class Manual {
 public:
  explicit Manual(const Catalog& catalog) : m_catalog{catalog} {}

  void begin(std::string_view program, std::string_view version) {
    m_text = fmt::format(".TH {} 1 \"\" \"{}\"\n", literal(program), literal(version));
    if (m_catalog.language() == l10n::Language::zh)
      m_text += ".mso zh.tmac\n";  // where lines break
    m_text += ".nh\n.ad l\n";      // nothing that is typed may be cut by a hyphen
  }
  void section(const TextId& title) {
    m_text += fmt::format(".SH \"{}\"\n", literal(m_catalog.text(title)));
  }
  void subsection(std::string_view title) { m_text += fmt::format(".SS \"{}\"\n", literal(title)); }
  void paragraph(const TextId& says) {
    m_text += fmt::format(".PP\n{}\n", literal(m_catalog.text(says)));
  }
  void line(std::string_view text) { m_text += literal(text) + "\n"; }
  void entry(std::string_view name, std::string_view says) {
    m_text += fmt::format(".TP\n\\fB{}\\fR\n{}\n", literal(name), literal(says));
  }
  void entry(std::string_view name, const TextId& says) { entry(name, m_catalog.text(says)); }
  void typed(std::string_view text) {
    m_text += fmt::format(".PP\n.RS 4\n.EX\n{}\n.EE\n.RE\n", literal(text));
  }

  std::string take() { return std::move(m_text); }

 private:
  const Catalog& m_catalog;
  std::string m_text;
};

struct Meaning {
  std::string_view name;
  TextId says;
};

constexpr auto k_exit_codes = std::to_array<Meaning>({
    {"0", translatable("done")},
    {"1", translatable("done, and the answer is no: `check` found something missed")},
    {"2", translatable("not understood: unknown option, bad argument")},
    {"3", translatable("not found, or more than one; the candidates are named")},
    {"4", translatable("refused: invalid or conflicting data")},
    {"5", translatable("busy: another writer held the database too long; try again")},
    {"6", translatable("cannot read or write: disk full, output closed")},
    {"7", translatable("the database is damaged")},
    {"8", translatable("no permission, or an unsafe file")},
    {"9", translatable("wrong version, or not a database of this program")},
});

constexpr auto k_environment = std::to_array<Meaning>({
    {"GRIDVISIT_DB", translatable("the database")},
    {"GRIDVISIT_WORKER", translatable("who types: the code of the worker")},
    {"GRIDVISIT_LANG, LC_ALL, LC_MESSAGES, LANG", translatable("language of the output")},
    {"GRIDVISIT_TODAY", translatable("take this day for today")},
    {"GRIDVISIT_BUSY_TIMEOUT", translatable("seconds to wait for another writer")},
    {"NO_COLOR, TERM", translatable("colours on the screen")},
    {"PAGER", translatable("what shows the answer page by page")},
});

constexpr auto k_files = std::to_array<Meaning>({
    {"$XDG_DATA_HOME/gridvisit/gridvisit.db, ~/.local/share/gridvisit/gridvisit.db",
     translatable("the database")},
    {"$XDG_CONFIG_HOME/gridvisit/config.toml, ~/.config/gridvisit/config.toml",
     translatable("the settings of this program")},
});

void write_entries(Manual& manual, std::span<const Meaning> entries) {
  for (const auto& [name, says] : entries) manual.entry(name, says);
}

void write_options(Manual& manual, std::span<const Option> options, const Catalog& catalog) {
  for (const auto& option : options) manual.entry(trim(option_name(option, catalog)), option.help);
}

void write_command(Manual& manual, const Command& command, const Catalog& catalog) {
  manual.subsection(usage_line(command, catalog));
  manual.line(catalog.text(command.summary));
  for (const auto& detail : command.details) manual.paragraph(detail);
  for (const auto& argument : command.arguments)
    manual.entry(catalog.text(argument.shown), argument.help);
  write_options(manual, command.options, catalog);
  for (const auto& example : command.examples) manual.typed(example.line);
}

}  // namespace

std::string manual_page(const Catalog& catalog) {
  Manual manual{catalog};
  manual.begin("GRIDVISIT", "gridvisit " GRIDVISIT_VERSION);
  manual.section(translatable_in("manual", "Name"));
  manual.line(catalog.text(translatable("gridvisit - visits to households, quotas and reports")));
  manual.section(translatable_in("manual", "Synopsis"));
  manual.line(catalog.text(translatable("gridvisit COMMAND [WORD …] [OPTIONS]")));
  manual.section(translatable_in("manual", "Description"));
  manual.paragraph(translatable(
      "Keeps who was visited when and how, what the norms ask of each worker and each household, "
      "and what is still owed, in one database file."));
  manual.paragraph(translatable(
      "Days are 2026-10-05, 10-05, today, yesterday, -2d or mon (the last one); months are "
      "2026-10, 10, this or last. A household is named by its code, by the end of its code, or by "
      "a name or address that fits only one."));
  manual.section(translatable_in("manual", "Commands"));
  for (const auto& entry : all_commands()) write_command(manual, entry.describe(), catalog);
  manual.section(translatable_in("manual", "Options of every command"));
  write_options(manual, global_options(), catalog);
  manual.section(translatable_in("manual", "Exit status"));
  write_entries(manual, k_exit_codes);
  manual.section(translatable_in("manual", "Environment"));
  write_entries(manual, k_environment);
  manual.section(translatable_in("manual", "Files"));
  write_entries(manual, k_files);
  return manual.take();
}

}  // namespace gridvisit::cli
