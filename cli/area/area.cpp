#include "area/area.hpp"

#include "gridvisit/usecase/edit_area.hpp"

#include "delivery.hpp"
#include "register/register_options.hpp"

namespace gridvisit::cli {
namespace {

using report::Shown;

constexpr Option k_kind{"kind", '\0', translatable("KIND"),
                        translatable("street, community, grid, or a word of your own")};
constexpr Option k_parent{"parent", '\0', translatable("AREA"),
                          translatable("code of the area it is part of")};

usecase::AreaFields area_fields_given(const Arguments& arguments) {
  return {arguments.value("name"), arguments.value("kind"), arguments.value("parent")};
}

int run_area_add(const Arguments& arguments, Context& context) {
  const auto open = open_desk(context);
  const auto area =
      usecase::add_area(open.desk, word(arguments, "area"), area_fields_given(arguments));
  return say_kept(context, {message("Added area {0} {1}.", area.code, area.name)});
}

int run_area_edit(const Arguments& arguments, Context& context) {
  require_one_of(arguments, area_edit().options);
  const auto open = open_desk(context);
  const auto area =
      usecase::edit_area(open.desk, word(arguments, "area"), area_fields_given(arguments));
  return say_kept(context, {message("Changed area {0} {1}.", area.code, area.name)});
}

int run_area_list(const Arguments& arguments, Context& context) {
  const auto filter = filter_given(arguments, context, Shown::Which::on_day);
  const auto store = context.open_store();
  const auto session = store->read();
  deliver(report::area_list(usecase::area_lines(*session, filter), filter.shown.day), *session,
          arguments, context);
  return 0;
}

int run_area_show(const Arguments& arguments, Context& context) {
  const auto store = context.open_store();
  const auto session = store->read();
  deliver(report::area_document(
              usecase::area_record(*session, word(arguments, "area"), context.now.today)),
          *session, arguments, context);
  return 0;
}

}  // namespace

Command area_add() {
  return {
      .path = "area add",
      .audience = Audience::coordinator,
      .summary = translatable("a new street, community or grid"),
      .details = {translatable("Areas are a tree; those without others below them are the grids, "
                               "in which households live.")},
      .arguments = {k_area_word,
                    {"name", translatable("NAME"), translatable("what people call it")}},
      .options = {k_kind, k_parent},
      .examples = {{"gridvisit area add S1 '东街街道' --kind street",
                    translatable("the top of the tree")},
                   {"gridvisit area add G01 '第一网格' --parent C1",
                    translatable("a grid, which is the kind if you don't say")}},
      .run = run_area_add,
  };
}

Command area_list() {
  return {
      .path = "area list",
      .audience = Audience::coordinator,
      .summary = translatable("the tree of areas, who is responsible, how many households"),
      .options = with_output({k_in_area, k_shown_on}),
      .examples = {{"gridvisit area list", translatable("all of them, as it is today")},
                   {"gridvisit area list --area C1 --on 2026-01-01",
                    translatable("one community, as it was at New Year")}},
      .run = run_area_list,
  };
}

Command area_show() {
  return {
      .path = "area show",
      .audience = Audience::coordinator,
      .summary = translatable("one area with what is below it, or who has had the grid"),
      .arguments = {k_area_word},
      .options = output_options(),
      .examples = {{"gridvisit area show G01", translatable("a grid and its workers so far")}},
      .run = run_area_show,
  };
}

Command area_edit() {
  return {
      .path = "area edit",
      .audience = Audience::coordinator,
      .summary = translatable("change the name, kind or place of an area"),
      .details = {translatable("Only what an option names is changed.")},
      .arguments = {k_area_word},
      .options = {k_name, k_kind, k_parent},
      .examples = {{"gridvisit area edit G01 --name '东一网格'", translatable("a new name")},
                   {"gridvisit area edit G01 --parent C2",
                    translatable("it belongs to another community")}},
      .run = run_area_edit,
  };
}

}  // namespace gridvisit::cli
