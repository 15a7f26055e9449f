#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "gridvisit/l10n/catalog.hpp"

#include "command.hpp"

/// Help pages: text of at most `columns`, but for command lines, which stay whole. Nothing here
/// opens a database.
namespace gridvisit::cli {

/// What a noun is about; empty for a word that is none.
TextId summary_of_noun(std::string_view noun);

/// `-n, --dry-run`, `    --db FILE`: names in one column, letters before them.
std::string option_name(const Option& option, const l10n::Catalog& catalog);

/// `gridvisit add HOUSEHOLD [NOTE …] [OPTIONS]`
std::string usage_line(const Command& command, const l10n::Catalog& catalog);

/// All commands, grouped by who uses them; at most 40 lines.
std::string overview(const l10n::Catalog& catalog, std::size_t columns);

/// One command: what it does, its words and options, and real examples.
std::string help_page(const Command& command, const l10n::Catalog& catalog, std::size_t columns);

/// The commands of a noun: `area`.
std::string noun_page(std::string_view noun, const l10n::Catalog& catalog, std::size_t columns);

/// The options of every command.
std::string options_page(const l10n::Catalog& catalog, std::size_t columns);

/// The full name of every command, one a line, for other programs.
std::string command_names();

}  // namespace gridvisit::cli
