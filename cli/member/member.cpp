#include "member/member.hpp"

#include <pwd.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/suggestion.hpp"
#include "gridvisit/report/member_list.hpp"
#include "gridvisit/usecase/edit_members.hpp"

#include "delivery.hpp"
#include "register/register_options.hpp"

namespace gridvisit::cli {
namespace {

constexpr Argument k_user{"user", translatable("USER"), translatable("as `id` prints the name")};
constexpr Option k_worker_code{"worker", '\0', translatable("WORKER"),
                               translatable("for a worker: as whom visits are logged")};
constexpr TextId k_roles = translatable(
    "A worker logs, corrects and sees what is their own. A coordinator keeps the register, and "
    "reports, imports and exports. An administrator may do everything.");

Authority authority_typed(const std::string& text) {
  if (const auto authority = parse_authority(text)) return *authority;
  throw Error{
      ErrorKind::usage, message("`{0}` is no role of a member.", text),
      did_you_mean(text, authority_words(),
                   message("The roles are worker, coordinator and administrator, or 网格员, "
                           "协调员 and 管理员."))};
}

Message as_told(const report::MemberLine& line) {
  const auto role = report::word_of(line.member.authority).label;
  if (!line.worker.empty())
    return message("{0} is a member: {1} {2}.", line.member.user, role, line.worker);
  return message("{0} is a member: {1}.", line.member.user, role);
}

/// There may be a good reason: a user of another machine that shares the list of users.
void warn_if_unknown(const std::string& user, Context& context) {
  if (::getpwnam(user.c_str()) == nullptr)
    context.warn(message("This machine knows no user {0}.", user));
}

int run_member_add(const Arguments& arguments, Context& context) {
  const auto user = word(arguments, "user");
  const usecase::MemberFields fields{authority_typed(word(arguments, "role")),
                                     arguments.value("worker")};
  const auto open = open_desk(context);
  const auto line = usecase::add_member(open.desk, user, fields);
  warn_if_unknown(user, context);
  return say_kept(context, {as_told(line)});
}

int run_member_edit(const Arguments& arguments, Context& context) {
  require_one_of(arguments, member_edit().options);
  usecase::MemberFields fields{{}, arguments.value("worker")};
  if (const auto role = arguments.value("role")) fields.authority = authority_typed(*role);
  const auto open = open_desk(context);
  const auto line = usecase::edit_member(open.desk, word(arguments, "user"), fields);
  return say_kept(context, {as_told(line)});
}

int run_member_end(const Arguments& arguments, Context& context) {
  const auto open = open_desk(context);
  const auto member = usecase::end_member(open.desk, word(arguments, "user"));
  return say_kept(context, {message("{0} is no member any more.", member.user)});
}

int run_member_list(const Arguments& arguments, Context& context) {
  const auto store = context.open_store();
  const auto session = store->read();
  std::vector<report::MemberLine> lines;
  for (const auto& member : session->members().all())
    if (!member.ended || arguments.has("all"))
      lines.push_back(usecase::member_line(*session, member));
  deliver(report::member_list(lines), *session, arguments, context);
  return 0;
}

}  // namespace

Command member_add() {
  return {
      .path = "member add",
      .audience = Audience::administrator,
      .summary = translatable("let a user of this machine use the database, in a role"),
      .details = {translatable("As long as nobody is a member, whoever can open the file may do "
                               "everything; the first member is an administrator."),
                  k_roles},
      .arguments = {k_user,
                    {"role", translatable("ROLE"),
                     translatable(
                         "worker, coordinator or administrator; or 网格员 协调员 管理员")}},
      .options = {k_worker_code},
      .examples = {{"gridvisit member add zhang administrator", translatable("the first one")},
                   {"gridvisit member add li worker --worker W03",
                    translatable("li logs visits as W03, and as nobody else")}},
      .run = run_member_add,
  };
}

Command member_list() {
  return {
      .path = "member list",
      .audience = Audience::administrator,
      .summary = translatable("who may use the database, and in what role"),
      .options = with_output(
          {{"all", '\0', {}, translatable("also who was a member once, and earlier roles")}}),
      .examples = {{"gridvisit member list", translatable("who is it today?")},
                   {"gridvisit member list --all", translatable("who was it, from when to when?")}},
      .run = run_member_list,
  };
}

Command member_edit() {
  return {
      .path = "member edit",
      .audience = Audience::administrator,
      .summary = translatable("give a member another role or worker's code"),
      .details = {translatable("It holds from now on; what was stays on record."), k_roles},
      .arguments = {k_user},
      .options = {{"role", '\0', translatable("ROLE"),
                   translatable("worker, coordinator or administrator; or 网格员 协调员 管理员")},
                  k_worker_code},
      .examples = {{"gridvisit member edit li --role coordinator",
                    translatable("li keeps the register from now on")}},
      .run = run_member_edit,
  };
}

Command member_end() {
  return {
      .path = "member end",
      .audience = Audience::administrator,
      .summary = translatable("a member may not use the database any more"),
      .details = {translatable("Who was a member, from when to when, stays on record. There is "
                               "always an administrator left.")},
      .arguments = {k_user},
      .examples = {{"gridvisit member end li", translatable("li has left the office")}},
      .run = run_member_end,
  };
}

}  // namespace gridvisit::cli
