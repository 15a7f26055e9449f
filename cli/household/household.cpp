#include "household/household.hpp"

#include <array>
#include <utility>

#include "gridvisit/usecase/edit_household.hpp"
#include "gridvisit/usecase/erase_texts.hpp"
#include "gridvisit/usecase/register_rules.hpp"

#include "consent.hpp"
#include "delivery.hpp"
#include "register/register_options.hpp"

namespace gridvisit::cli {
namespace {

using report::Shown;
using usecase::HouseholdFields;

constexpr std::array k_fields{
    Option{"building", '\0', translatable("TEXT"), translatable("the building")},
    Option{"unit", '\0', translatable("TEXT"), translatable("the unit or entrance")},
    Option{"room", '\0', translatable("TEXT"), translatable("the room or flat")},
    Option{"address", '\0', translatable("TEXT"), translatable("the address")},
    Option{"name", '\0', translatable("NAME"), translatable("the contact's name")},
    k_phone,
    Option{"people", '\0', translatable("NUMBER"), translatable("how many people live there")},
    Option{"situation", '\0', translatable("TEXT"), translatable("how they live")},
    Option{"difficulties", '\0', translatable("TEXT"), translatable("what is hard for them")},
    Option{"needs", '\0', translatable("TEXT"), translatable("what they ask for")},
};

constexpr Option k_right_home{"grid", '\0', translatable("GRID"),
                              translatable("the grid that it should have been recorded in")};

HouseholdFields household_fields_given(const Arguments& arguments) {
  return {.building = arguments.value("building"),
          .unit = arguments.value("unit"),
          .room = arguments.value("room"),
          .address = arguments.value("address"),
          .name = arguments.value("name"),
          .phone = arguments.value("phone"),
          .people = arguments.value("people"),
          .situation = arguments.value("situation"),
          .difficulties = arguments.value("difficulties"),
          .needs = arguments.value("needs")};
}

std::vector<Option> fields_and(std::initializer_list<Option> more) {
  std::vector<Option> options{k_fields.begin(), k_fields.end()};
  options.insert(options.end(), more);
  return options;
}

int run_household_add(const Arguments& arguments, Context& context) {
  const usecase::NewHousehold wanted{word(arguments, "household"), word(arguments, "grid"),
                                     household_fields_given(arguments),
                                     new_days(arguments, context), arguments.values("tag")};
  const auto open = open_desk(context);
  const auto household = usecase::add_household(open.desk, wanted);
  return say_kept(context,
                  {message("Added household {0}; it lives in grid {1} ({2}).", household.code,
                           wanted.grid, usecase::spoken_days(wanted.days))});
}

int run_household_edit(const Arguments& arguments, Context& context) {
  require_one_of(arguments, household_edit().options);
  const usecase::ResidenceEdit residence{chosen(arguments, context),
                                         changed_days(arguments, context), arguments.value("grid")};
  const auto open = open_desk(context);
  const auto household = usecase::edit_household(open.desk, word(arguments, "household"),
                                                 household_fields_given(arguments), residence);
  return say_kept(context, {message("Changed household {0}.", household.code)});
}

int run_move(const Arguments& arguments, Context& context) {
  const auto code = word(arguments, "household");
  const auto grid = word(arguments, "grid");
  const auto first = last_day(arguments, context);
  const auto open = open_desk(context);
  const auto residence = usecase::move_household(open.desk, code, grid, first);
  return say_kept(context, {message("Household {0} lives in grid {1} ({2}).", code, grid,
                                    usecase::spoken_days(residence.days))});
}

int run_household_end(const Arguments& arguments, Context& context) {
  const auto code = word(arguments, "household");
  const auto last = last_day(arguments, context);
  const auto open = open_desk(context);
  const auto moved = usecase::end_household(open.desk, code, last);
  if (moved.later_visits > 0)
    context.warn(
        message("Visits to household {1} on record for later days, which count for no grid: {0}.",
                moved.later_visits, code));
  return say_kept(context, {message("Household {0} moves out; the last day it lives there is {1}.",
                                    code, to_string(last))});
}

int run_erase(const Arguments& arguments, Context& context) {
  const auto code = word(arguments, "household");
  const auto reason = arguments.value("reason").value_or("");
  const auto what = message(
      "The name, phone, address, six clears and notes of household {0} would be gone for good.",
      code);
  if (!context.settings.dry_run && !is_agreed(what, context)) return 1;
  const auto open = open_desk(context);
  usecase::erase_household(open.desk, code, reason);
  return say_kept(context, {message("Erased the personal data of household {0}.", code)});
}

int run_household_list(const Arguments& arguments, Context& context) {
  const auto filter = filter_given(arguments, context, Shown::Which::on_day);
  const auto data = personal_data(arguments, context, "household list");
  const auto store = context.open_store();
  const auto session = store->read();
  deliver(report::household_list(usecase::household_lines(*session, filter), filter.shown, data),
          *session, arguments, context);
  return 0;
}

int run_household_show(const Arguments& arguments, Context& context) {
  const auto code = word(arguments, "household");
  const auto data = personal_data(arguments, context, "household show " + code);
  const auto store = context.open_store();
  const auto session = store->read();
  const auto record =
      usecase::household_record(*session, code, context.now.today, context.catalog.language());
  deliver(report::household_document(record, data), *session, arguments, context);
  return 0;
}

}  // namespace

Command household_add() {
  return {
      .path = "household add",
      .audience = Audience::coordinator,
      .summary = translatable("a new household"),
      .details = {translatable("Many households come in faster with `gridvisit import "
                               "households`, which also keeps personal data off the command "
                               "line.")},
      .arguments = {k_household_word, k_grid_word},
      .options =
          fields_and({k_from,
                      k_until,
                      {"tag", '\0', translatable("TAG"),
                       translatable("a category it is in on the same days; may be repeated")}}),
      .examples = {{"gridvisit household add G01-3-2-501 G01 --building 3 --unit 2 --room 501",
                    translatable("it has always lived there")},
                   {"gridvisit household add G01-9-1-101 G01 --from today --tag disabled",
                    translatable("moved in today, with a tag")}},
      .run = run_household_add,
  };
}

Command household_list() {
  return {
      .path = "household list",
      .audience = Audience::coordinator,
      .summary = translatable("the households that live there"),
      .details = {translatable("Personal data is masked unless you ask for it with a reason.")},
      .options = with_output({k_in_area, k_in_grid, k_of_worker, k_with_tag, k_shown_on,
                              k_shown_all, k_unmask, k_reason}),
      .examples = {{"gridvisit household list --grid G01 --tag special",
                    translatable("the special households of a grid")},
                   {"gridvisit household list --worker W01 --format csv",
                    translatable("a worker's households, for a spreadsheet")}},
      .run = run_household_list,
  };
}

Command household_show() {
  return {
      .path = "household show",
      .audience = Audience::coordinator,
      .summary = translatable("one household with all residences and tags"),
      .details = {translatable("Personal data is masked unless you ask for it with a reason.")},
      .arguments = {k_household_word},
      .options = with_output({k_unmask, k_reason}),
      .examples = {{"gridvisit household show G01-3-2-501",
                    translatable("where it has lived, and what it was tagged")}},
      .run = run_household_show,
  };
}

Command household_edit() {
  return {
      .path = "household edit",
      .audience = Audience::coordinator,
      .summary = translatable("change what is known of a household"),
      .details = {translatable("Only what an option names is changed; an empty text clears it. "
                               "--grid, --from and --until correct a residence recorded wrong.")},
      .arguments = {k_household_word},
      .options = fields_and({k_right_home, k_from, k_until, k_chosen_by_day}),
      .examples = {{"gridvisit household edit G01-3-2-501 --people 4",
                    translatable("a baby was born")},
                   {"gridvisit household edit G01-3-2-501 --needs ''",
                    translatable("nothing is needed any more")}},
      .run = run_household_edit,
  };
}

Command household_move() {
  return {
      .path = "household move",
      .audience = Audience::coordinator,
      .summary = translatable("a household lives in another grid from a day on"),
      .details = {translatable("Also for a redrawn grid, and for a household that comes back. Its "
                               "visits and tags stay with it.")},
      .arguments = {k_household_word, k_grid_word},
      .options = {{"on", '\0', translatable("DAY"),
                   translatable("the first day in the new grid; today if you don't say")}},
      .examples = {{"gridvisit household move G01-3-2-501 G02 --on 2026-10-10",
                    translatable("up to the 9th in the old grid")}},
      .run = run_move,
  };
}

Command household_end() {
  return {
      .path = "household end",
      .audience = Audience::coordinator,
      .summary = translatable("a household moves out"),
      .details = {translatable("It stays on record with its visits, and owes none from then on.")},
      .arguments = {k_household_word},
      .options = {k_last_day},
      .examples = {{"gridvisit household end G01-3-2-501 --on 2026-10-30",
                    translatable("the 30th is the last day")}},
      .run = run_household_end,
  };
}

Command household_erase() {
  return {
      .path = "household erase",
      .audience = Audience::administrator,
      .summary = translatable("remove the personal data of a household for good"),
      .details = {translatable("Name, phone, address, six clears and all notes of its tags and "
                               "visits go; its code, its days and its visits stay and go on "
                               "counting, and the audit chain stays whole. Older backups and "
                               "exports still hold what they held.")},
      .arguments = {k_household_word},
      .options = {{"reason", '\0', translatable("TEXT"),
                   translatable("why; it goes on record, so name nobody in it")}},
      .examples = {{"gridvisit household erase G01-3-2-501 --reason \"asked for it\" --yes",
                    translatable("when somebody asks to be forgotten")}},
      .run = run_erase,
  };
}

}  // namespace gridvisit::cli
