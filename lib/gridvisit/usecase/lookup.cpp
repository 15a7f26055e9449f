#include "gridvisit/usecase/lookup.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"

namespace gridvisit::usecase {
namespace {

/// `hint` is for when no known code is near.
[[noreturn]] void throw_unknown(Message what, std::string_view code,
                                const std::vector<std::string>& known, Message hint = {}) {
  auto close = nearest(code, known);
  if (!close.empty()) hint = message("Did you mean one of these?");
  throw Error{ErrorKind::not_found, std::move(what), std::move(hint), std::move(close)};
}

template <class Records>
std::vector<std::string> codes_of(const Records& records) {
  std::vector<std::string> codes;
  for (const auto& record : records) codes.push_back(record.code);
  return codes;
}

/// Those whose name was typed for their code.
std::vector<std::string> codes_called(const std::vector<Worker>& workers, std::string_view name) {
  std::vector<std::string> codes;
  for (const auto& worker : workers)
    if (fold(worker.name) == fold(name)) codes.push_back(worker.code + " " + worker.name);
  return codes;
}

}  // namespace

Area area_coded(const store::Session& session, std::string_view code) {
  if (auto area = session.areas().find(code)) return *area;
  throw_unknown(message("There is no area {0}.", code), code,
                codes_of(session.areas().tree().areas()));
}

Area grid_coded(const store::Session& session, std::string_view code) {
  auto area = area_coded(session, code);
  if (session.areas().tree(area.id).is_leaf(area.id)) return area;
  throw Error{ErrorKind::refused, message("{0} is not a grid: it has areas below it.", code),
              message("Name one of its grids; `gridvisit area list` shows them.")};
}

Worker worker_coded(const store::Session& session, std::string_view code) {
  if (auto worker = session.workers().find(code)) return *worker;
  const auto all = session.workers().all();
  auto close = codes_called(all, code);
  if (close.empty()) close = nearest(code, codes_of(all));
  auto hint = close.empty() ? message("`gridvisit worker list` shows all of them.")
                            : message("Did you mean one of these?");
  throw Error{ErrorKind::not_found, message("There is no worker {0}.", code), std::move(hint),
              std::move(close)};
}

Household household_coded(const store::Session& session, std::string_view code) {
  if (auto household = session.households().find(code)) return *household;
  std::vector<std::string> known;
  session.households().each({}, [&](const Household& household) {
    known.push_back(household.code);
    return true;
  });
  throw_unknown(message("There is no household {0}.", code), code, known);
}

Category category_coded(const store::Session& session, std::string_view code) {
  const auto all = session.categories().all();
  for (const auto name : {&Category::code, &Category::name_zh, &Category::name_en}) {
    const auto at = std::ranges::find(all, code, name);
    if (at != all.end() && !code.empty()) return *at;
  }
  throw_unknown(message("There is no category {0}.", code), code, codes_of(all),
                message("`gridvisit tag category list` shows the categories."));
}

}  // namespace gridvisit::usecase
