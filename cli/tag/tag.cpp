#include "tag/tag.hpp"

#include "gridvisit/usecase/edit_tag.hpp"
#include "gridvisit/usecase/register_rules.hpp"

#include "delivery.hpp"
#include "register/register_options.hpp"

namespace gridvisit::cli {
namespace {

using report::Shown;
using usecase::spoken_days;

usecase::TagName name_given(const Arguments& arguments) {
  return {word(arguments, "household"), word(arguments, "category")};
}

int run_tag_add(const Arguments& arguments, Context& context) {
  const auto name = name_given(arguments);
  const auto days = new_days(arguments, context);
  const auto open = open_desk(context);
  const auto tag = usecase::add_tag(open.desk, name, days, word(arguments, "note"));
  return say_kept(context, {message("Household {0} has the tag {1} ({2}).", name.household,
                                    name.category, spoken_days(tag.days))});
}

int run_tag_edit(const Arguments& arguments, Context& context) {
  require_one_of(arguments, tag_edit().options);
  const auto name = name_given(arguments);
  const auto choice = chosen(arguments, context);
  const usecase::TagEdit edit{changed_days(arguments, context), arguments.value("note")};
  const auto open = open_desk(context);
  const auto tag = usecase::edit_tag(open.desk, name, choice, edit);
  return say_kept(context, {message("Household {0} has the tag {1} ({2}).", name.household,
                                    name.category, spoken_days(tag.days))});
}

int run_tag_end(const Arguments& arguments, Context& context) {
  const auto name = name_given(arguments);
  const auto last = last_day(arguments, context);
  const auto open = open_desk(context);
  const auto tag = usecase::end_tag(open.desk, name, last);
  return say_kept(context, {message("Household {0} has the tag {1} ({2}).", name.household,
                                    name.category, spoken_days(tag.days))});
}

int print_tags(const Arguments& arguments, Context& context, Shown::Which otherwise) {
  const auto filter = filter_given(arguments, context, otherwise);
  const auto data = personal_data(arguments, context, "tag list");
  const auto store = context.open_store();
  const auto session = store->read();
  deliver(report::tag_list(usecase::tag_lines(*session, filter), filter.shown, data), *session,
          arguments, context);
  return 0;
}

int run_tag_list(const Arguments& arguments, Context& context) {
  return print_tags(arguments, context, Shown::Which::not_over);
}

int run_tag_show(const Arguments& arguments, Context& context) {
  return print_tags(arguments, context, Shown::Which::all);
}

int run_category_add(const Arguments& arguments, Context& context) {
  const auto open = open_desk(context);
  const auto category = usecase::add_category(open.desk, {{},
                                                          word(arguments, "category"),
                                                          word(arguments, "zh"),
                                                          word(arguments, "en"),
                                                          arguments.values("group")});
  return say_kept(context, {message("Added category {0}: {1}, {2}.", category.code,
                                    category.name_zh, category.name_en)});
}

int run_category_list(const Arguments& arguments, Context& context) {
  const auto store = context.open_store();
  const auto session = store->read();
  deliver(report::category_list(session->categories().all()), *session, arguments, context);
  return 0;
}

}  // namespace

Command tag_add() {
  return {
      .path = "tag add",
      .audience = Audience::coordinator,
      .summary = translatable("put a household into a category"),
      .details = {translatable("Rules may ask for more visits to such households; `gridvisit "
                               "policy show` tells.")},
      .arguments = {k_household_word, k_category_word},
      .options = {k_from, k_until, k_note},
      .examples = {{"gridvisit tag add G01-3-2-501 elderly-alone --from 2026-10-25",
                    translatable("lives alone since that day")}},
      .run = run_tag_add,
  };
}

Command tag_list() {
  return {
      .path = "tag list",
      .audience = Audience::coordinator,
      .summary = translatable("the tags that are not over yet"),
      .options = with_output(
          {k_in_area,
           k_in_grid,
           k_of_worker,
           k_with_tag,
           {"household", '\0', translatable("HOUSEHOLD"), translatable("only this household")},
           k_shown_on,
           k_shown_all,
           k_unmask,
           k_reason}),
      .examples = {{"gridvisit tag list --tag key --grid G01",
                    translatable("the key persons of a grid")},
                   {"gridvisit tag list --household G01-3-2-501 --all",
                    translatable("also what is over")}},
      .run = run_tag_list,
  };
}

Command tag_show() {
  return {
      .path = "tag show",
      .audience = Audience::coordinator,
      .summary = translatable("all tags of one household so far"),
      .arguments = {k_household_word},
      .options = with_output({k_unmask, k_reason}),
      .examples = {{"gridvisit tag show G01-3-2-501", translatable("from the first to the last")}},
      .run = run_tag_show,
  };
}

Command tag_edit() {
  return {
      .path = "tag edit",
      .audience = Audience::coordinator,
      .summary = translatable("change the days or the note of a tag"),
      .details = {translatable("Only what an option names is changed.")},
      .arguments = {k_household_word, k_category_word},
      .options = {k_from, k_until, k_note, k_chosen_by_day},
      .examples = {{"gridvisit tag edit G01-3-2-501 disabled --from 2026-03-01",
                    translatable("it began on another day")}},
      .run = run_tag_edit,
  };
}

Command tag_end() {
  return {
      .path = "tag end",
      .audience = Audience::coordinator,
      .summary = translatable("a household is no longer in a category"),
      .arguments = {k_household_word, k_category_word},
      .options = {k_last_day},
      .examples = {{"gridvisit tag end G01-3-2-501 low-income --on 2026-08-31",
                    translatable("the end of August is the last day")}},
      .run = run_tag_end,
  };
}

Command tag_category_add() {
  return {
      .path = "tag category add",
      .audience = Audience::coordinator,
      .summary = translatable("a category of your own"),
      .details = {translatable("A rule may name a category or a group of them.")},
      .arguments = {{"category", translatable("TAG"), translatable("its code")}},
      .options = {{"zh", '\0', translatable("NAME"), translatable("its Chinese name")},
                  {"en", '\0', translatable("NAME"), translatable("its English name")},
                  {"group", '\0', translatable("GROUP"),
                   translatable("special, hardship, key, or a word of your own; may be repeated")}},
      .examples = {{"gridvisit tag category add pregnant --zh 孕产妇 --en pregnant --group special",
                    translatable("visited like other special persons")}},
      .run = run_category_add,
  };
}

Command tag_category_list() {
  return {
      .path = "tag category list",
      .audience = Audience::coordinator,
      .summary = translatable("the categories and their groups"),
      .options = output_options(),
      .examples = {{"gridvisit tag category list", translatable("what a tag may be")}},
      .run = run_category_list,
  };
}

}  // namespace gridvisit::cli
