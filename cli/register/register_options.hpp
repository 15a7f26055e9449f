#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "gridvisit/report/register_tables.hpp"
#include "gridvisit/usecase/day_choice.hpp"
#include "gridvisit/usecase/list_register.hpp"
#include "gridvisit/usecase/register_desk.hpp"

#include "command.hpp"
#include "context.hpp"
#include "personal.hpp"

/// What the commands of the register have in common: options, how they are read, and how the
/// answer is given.
namespace gridvisit::cli {

// Words of the command line.
inline constexpr Argument k_area_word{"area", translatable("AREA"),
                                      translatable("code of the area")};
inline constexpr Argument k_grid_word{"grid", translatable("GRID"),
                                      translatable("code of the grid")};
inline constexpr Argument k_worker_word{"worker", translatable("WORKER"),
                                        translatable("code of the worker")};
inline constexpr Argument k_household_word{"household", translatable("HOUSEHOLD"),
                                           translatable("code of the household")};
inline constexpr Argument k_category_word{
    "category", translatable("TAG"),
    translatable("code of a category (`gridvisit tag category list`)")};

// Options. Empty ones open an end of the days again: --until ''.
inline constexpr Option k_from{"from", '\0', translatable("DAY"),
                               translatable("first day; without it from the beginning")};
inline constexpr Option k_until{"until", '\0', translatable("DAY"),
                                translatable("last day; without it until further notice")};
inline constexpr Option k_last_day{"on", '\0', translatable("DAY"),
                                   translatable("the last day; today if you don't say")};
inline constexpr Option k_chosen_by_day{
    "on", '\0', translatable("DAY"),
    translatable("if there are several, the one that holds on this day")};
inline constexpr Option k_name{"name", '\0', translatable("NAME"), translatable("the name")};
inline constexpr Option k_phone{"phone", '\0', translatable("NUMBER"),
                                translatable("the phone number")};
inline constexpr Option k_note{"note", '\0', translatable("TEXT"), translatable("a note")};

// Options of lists.
inline constexpr Option k_in_area{"area", '\0', translatable("AREA"),
                                  translatable("only what is in this area or below it")};
inline constexpr Option k_in_grid{"grid", '\0', translatable("GRID"),
                                  translatable("only this grid")};
inline constexpr Option k_of_worker{"worker", '\0', translatable("WORKER"),
                                    translatable("only what this worker looks after")};
inline constexpr Option k_with_tag{"tag", '\0', translatable("TAG"),
                                   translatable("only this category, or group of categories")};
inline constexpr Option k_shown_on{"on", '\0', translatable("DAY"),
                                   translatable("as it is on this day")};
inline constexpr Option k_shown_all{"all", '\0', {}, translatable("also what is over")};

std::string word(const Arguments& arguments, std::string_view key);

std::optional<Day> day_given(const Arguments& arguments, std::string_view option,
                             const Context& context);
/// --on, or today.
Day last_day(const Arguments& arguments, const Context& context);
/// --from and --until of something new.
DayRange new_days(const Arguments& arguments, const Context& context);
/// --from and --until of something known; an empty one opens that end.
usecase::DaysEdit changed_days(const Arguments& arguments, const Context& context);
/// --on as the choice among several.
usecase::DayChoice chosen(const Arguments& arguments, const Context& context);

/// Error(usage) if none of the options is there: there would be nothing to change.
void require_one_of(const Arguments& arguments, const std::vector<Option>& options);

/// What a list is narrowed to by its options. Without --on and --all it shows `otherwise`.
usecase::RegisterFilter filter_given(const Arguments& arguments, const Context& context,
                                     report::Shown::Which otherwise);

/// The database, open for one change.
struct OpenDesk {
  std::unique_ptr<store::Store> store;
  usecase::Desk desk;
};
OpenDesk open_desk(Context& context);

/// Says what is on record now, or would be; the exit code.
int say_kept(Context& context, const std::vector<Message>& lines);

}  // namespace gridvisit::cli
