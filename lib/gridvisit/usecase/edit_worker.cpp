#include "gridvisit/usecase/edit_worker.hpp"

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/reference.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {
namespace {

void take(const store::Session& session, const WorkerFields& fields, Worker& worker) {
  if (fields.name) worker.name = field_text(translatable("The name"), *fields.name);
  if (fields.phone) worker.phone = field_text(translatable("The phone number"), *fields.phone);
  if (worker.name.empty())
    throw Error{ErrorKind::refused, message("Worker {0} needs a name.", worker.code)};
  check_worker(session, worker);
}

void check_begun(const store::Session& session, const Worker& worker, const Assignment& held,
                 Day last) {
  if (held.days.first <= last) return;
  const auto tree = session.areas().tree(held.grid);
  const auto& grid = referred_to(tree.find(held.grid)).code;
  throw Error{ErrorKind::refused,
              message("Worker {0} is to have grid {1} from {2} on, after {3}.", worker.code, grid,
                      to_string(held.days.first), to_string(last)),
              message("Give that assignment to someone else first: `gridvisit assign edit {0} {1} "
                      "--on {2} --worker WORKER`.",
                      worker.code, grid, to_string(held.days.first))};
}

}  // namespace

Worker add_worker(const Desk& desk, std::string_view code, const WorkerFields& fields) {
  return keep(desk, {"worker add", std::string{code}}, [&](store::Session& session) {
    Worker worker{{}, std::string{code}, {}, {}};
    take(session, fields, worker);
    worker.id = session.workers().add(worker);
    return worker;
  });
}

Worker edit_worker(const Desk& desk, std::string_view code, const WorkerFields& fields) {
  return keep(desk, {"worker edit", std::string{code}}, [&](store::Session& session) {
    auto worker = worker_coded(session, code);
    take(session, fields, worker);
    session.workers().update(worker);
    return worker;
  });
}

std::vector<Assignment> end_worker(const Desk& desk, std::string_view code, Day last) {
  return keep(desk, {"worker end", std::string{code}}, [&](store::Session& session) {
    const auto worker = worker_coded(session, code);
    std::vector<Assignment> ended;
    for (auto held : session.workers().assignments_of(worker.id)) {
      if (held.days.last <= last) continue;
      check_begun(session, worker, held, last);
      held.days.last = last;
      session.workers().update(held);
      ended.push_back(held);
    }
    if (ended.empty())
      throw Error{ErrorKind::refused,
                  message("Worker {0} has no grid after {1}; there is nothing to end.", code,
                          to_string(last)),
                  message("`gridvisit worker show {0}` lists the assignments.", code)};
    return ended;
  });
}

}  // namespace gridvisit::usecase
