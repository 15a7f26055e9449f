#include <algorithm>
#include <memory>

#include "gridvisit/exchange/rows.hpp"
#include "gridvisit/usecase/import_codes.hpp"
#include "gridvisit/usecase/import_table.hpp"

namespace gridvisit::usecase {
namespace {

using exchange::Field;
using exchange::Problems;
using exchange::Row;
using exchange::RowValues;
using exchange::VisitRow;
using store::VisitRecord;

/// When a worker could be expected on visits.
struct Duty {
  std::vector<DayRange> assigned;
  std::vector<DayRange> away;

  bool in_post(Day day) const {
    const auto holds = [day](const DayRange& days) { return days.contains(day); };
    return std::ranges::any_of(assigned, holds) && std::ranges::none_of(away, holds);
  }
};

bool says_the_same(const VisitDraft& one, const VisitDraft& other) {
  return one.household == other.household && one.worker == other.worker && one.day == other.day &&
         one.time == other.time && one.mode == other.mode && one.outcome == other.outcome &&
         one.note == other.note;
}

VisitId highest_visit(const store::Session& session) {
  VisitId highest;
  store::VisitFilter all;
  all.voided_too = true;
  all.order = store::VisitOrder::last_recorded;
  session.visits().each(all, [&](const VisitRecord& record) {
    highest = record.visit.id;
    return false;
  });
  return highest;
}

/// A row whose codes are known.
struct VisitCandidate {
  VisitRow said;
  VisitDraft draft;
  std::optional<VisitRecord> known;  ///< the same visit on record
  bool repeated = false;             ///< another visit to the household that day counts
};

class VisitImport {
 public:
  explicit VisitImport(const ImportSite& site)
      : m_session{site.session},
        m_request{site.request},
        m_warnings{site.warnings},
        m_codes{site.session},
        m_author{site.author} {}

  Fate take(const Row& row, Problems& problems) {
    const auto said = read_visit(row, problems);
    if (!said) return Fate::rejected;
    RowValues values{row, problems};
    auto candidate = identify(*said, values);
    if (!candidate || !problems.empty()) return Fate::rejected;
    find_on_record(*candidate);
    if (candidate->known) return take_known(*candidate, values, problems);
    check_new(*candidate, values);
    return problems.empty() ? add(*candidate) : Fate::rejected;
  }

 private:
  std::optional<VisitCandidate> identify(const VisitRow& said, RowValues& values) {
    const auto household = m_codes.household(values, said.household);
    const auto worker = m_codes.worker(values, said.worker);
    if (!household || !worker) return std::nullopt;
    VisitCandidate candidate{said, {}, {}, false};
    candidate.draft = {*household, *worker,      said.day,  said.time,
                       said.mode,  said.outcome, said.note, said.replaces};
    return candidate;
  }

  /// By its number if it has one, else by what it says. Also finds others of that day.
  void find_on_record(VisitCandidate& candidate) const {
    const auto& draft = candidate.draft;
    if (candidate.said.visit && *candidate.said.visit <= m_highest)
      candidate.known = m_session.visits().find(*candidate.said.visit);
    if (!m_session.visits().any_on(draft.household, draft.day)) return;  // as a rule
    store::VisitFilter of_that_day;
    of_that_day.household = draft.household;
    of_that_day.days = {draft.day, draft.day};
    of_that_day.voided_too = true;
    m_session.visits().each(of_that_day, [&](const VisitRecord& record) {
      if (!record.voided) candidate.repeated = true;
      if (candidate.said.visit || !says_the_same(record.visit.said, draft)) return true;
      candidate.known = record;
      return false;
    });
  }

  Fate take_known(const VisitCandidate& candidate, RowValues& values, const Problems& problems) {
    const auto& said = candidate.said;
    const auto& known = *candidate.known;
    const bool replaces_another = said.replaces && said.replaces != known.visit.said.replaces;
    const bool recorded_otherwise =
        said.visit && said.recorded_at && *said.recorded_at != known.visit.recorded_at;
    if (!says_the_same(known.visit.said, candidate.draft) || replaces_another || recorded_otherwise)
      values.report(Field::visit,
                    message("Visit {0} is on record with other content.", known.visit.id.value),
                    message("A visit on record never changes: leave its number out to record "
                            "another one, or use `gridvisit amend {0}`.",
                            known.visit.id.value));
    if (!said.voided_at || known.voided) return problems.empty() ? Fate::same : Fate::rejected;
    if (!problems.empty()) return Fate::rejected;
    make_void(known.visit.id, said);
    return Fate::changed;
  }

  void check_new(const VisitCandidate& candidate, RowValues& values) {
    const auto& said = candidate.said;
    if (said.day > m_request.now.today)
      values.report(Field::day, message("The day lies in the future."),
                    message("Correct the day; today is {0}.", to_string(m_request.now.today)));
    check_residence_of(candidate, values);
    check_replaced(said, values);
  }

  void check_residence_of(const VisitCandidate& candidate, RowValues& values) {
    const auto days = residence_days(candidate.said.household, candidate.draft.household);
    if (days && days->contains(candidate.draft.day)) return;
    if (!days)
      values.report(Field::household, message("The household never lived in a grid."),
                    message("Import its residence first (`gridvisit import households`)."));
    else if (candidate.draft.day < days->first)
      values.report(Field::day,
                    message("The household moved in later, on {0}.", to_string(days->first)),
                    message("Correct the day, or the household's residence."));
    else
      values.report(Field::day,
                    message("The household moved out before, on {0}.", to_string(days->last)),
                    message("Correct the day, or the household's residence."));
  }

  void check_replaced(const VisitRow& said, RowValues& values) {
    if (!said.replaces) return;
    const auto replaced = m_session.visits().find(*said.replaces);
    if (!replaced)
      values.report(
          Field::replaces, message("There is no visit {0}.", said.replaces->value),
          message("Put the row of the replaced visit, with its number, before this one."));
    else if (!replaced->voided)
      values.report(
          Field::replaces,
          message("Visit {0} is not void, so that none replaces it.", said.replaces->value),
          message("Give {0} and {1} in its row.", name_of(Field::voided_at),
                  name_of(Field::void_reason)));
  }

  Fate add(const VisitCandidate& candidate) {
    const auto& said = candidate.said;
    const auto recorded_at = said.recorded_at.value_or(m_request.now.instant);
    auto id = said.visit;
    if (id)
      m_session.visits().add(Visit{*id, candidate.draft, recorded_at});
    else
      id = m_session.visits().add(candidate.draft, recorded_at);
    m_highest = std::max(m_highest, *id);
    if (said.voided_at) make_void(*id, said);
    warn_about(candidate);
    return Fate::added;
  }

  void make_void(VisitId visit, const VisitRow& said) {
    m_session.visits().add(Void{visit, *said.voided_at, m_author, said.void_reason});
  }

  void warn_about(const VisitCandidate& candidate) {
    const auto& said = candidate.said;
    const auto recorded_on = said.recorded_at
                                 ? std::chrono::floor<std::chrono::days>(*said.recorded_at)
                                 : m_request.now.today;
    if ((recorded_on - said.day).count() > m_request.late_after_days) ++m_warnings.late;
    if (!duty_of(said.worker, candidate.draft.worker).in_post(said.day)) ++m_warnings.not_in_post;
    if (candidate.repeated && !said.voided_at) ++m_warnings.repeated;
  }

  /// From the first to the last day of living in the area.
  std::optional<DayRange> residence_days(const std::string& code, HouseholdId household) {
    if (const auto* days = m_residence_days.find(code)) return *days;
    const auto lived = m_session.households().residences_of(household);
    if (lived.empty()) return std::nullopt;
    return *m_residence_days.keep(code, {lived.front().days.first, lived.back().days.last});
  }

  const Duty& duty_of(const std::string& code, WorkerId worker) {
    if (const auto* duty = m_duties.find(code)) return *duty;
    Duty duty;
    for (const auto& held : m_session.workers().assignments_of(worker))
      duty.assigned.push_back(held.days);
    for (const auto& leave : m_session.workers().leaves_of(worker)) duty.away.push_back(leave.days);
    return *m_duties.keep(code, std::move(duty));
  }

  store::Session& m_session;
  const ImportRequest& m_request;
  ImportWarnings& m_warnings;
  ImportCodes m_codes;
  std::string m_author;
  VisitId m_highest{highest_visit(m_session)};  ///< no visit on record has a higher number
  CodeCache<DayRange> m_residence_days;
  CodeCache<Duty> m_duties;
};

}  // namespace

TableImport import_visits(const ImportSite& site) {
  auto import = std::make_shared<VisitImport>(site);
  return {[import](const Row& row, Problems& problems) { return import->take(row, problems); }, {}};
}

}  // namespace gridvisit::usecase
