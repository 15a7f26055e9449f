#include "gridvisit/usecase/first_post.hpp"

#include "gridvisit/base/error.hpp"
#include "gridvisit/domain/code.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {
namespace {

void check_code(const std::string& code) {
  if (auto problem = code_problem(code); !problem.empty())
    throw Error{ErrorKind::refused, std::move(problem),
                message("Codes are short and without spaces, as W01 and G01.")};
}

}  // namespace

void check_first_post(const FirstPost& post) {
  check_code(post.worker);
  check_code(post.grid);
  field_text(translatable("The name"), post.grid_name);
  if (field_text(translatable("The name"), post.name).empty())
    throw Error{ErrorKind::refused, message("Worker {0} needs a name.", post.worker)};
}

void add_first_post(const Desk& desk, const FirstPost& post) {
  check_first_post(post);
  keep(desk, {"init", post.worker}, [&](store::Session& session) {
    const auto grid_name = field_text(translatable("The name"), post.grid_name);
    const Area grid{{}, post.grid, grid_name.empty() ? post.grid : grid_name, "grid", {}};
    check_area(session, grid);
    const Worker worker{{}, post.worker, field_text(translatable("The name"), post.name), {}};
    check_worker(session, worker);
    Assignment assignment;
    assignment.grid = session.areas().add(grid);
    assignment.worker = session.workers().add(worker);
    assignment.days = {post.from, k_forever};
    check_assignment(session, assignment);
    return session.workers().add(assignment);
  });
}

}  // namespace gridvisit::usecase
