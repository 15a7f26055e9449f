#include <algorithm>
#include <memory>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "gridvisit/exchange/rows.hpp"
#include "gridvisit/usecase/import_codes.hpp"
#include "gridvisit/usecase/import_table.hpp"
#include "gridvisit/usecase/import_visit_checks.hpp"
#include "gridvisit/usecase/new_visits.hpp"
#include "gridvisit/usecase/visit_identity.hpp"

namespace gridvisit::usecase {
namespace {

using exchange::Field;
using exchange::Problems;
using exchange::Row;
using exchange::RowValues;
using exchange::VisitRow;
using store::VisitRecord;

/// A row whose codes are known.
struct VisitCandidate {
  const VisitRow& said;
  VisitDraft draft;
  std::optional<VisitRecord> known;  ///< the same visit on record
  bool number_taken = false;         ///< its number stands for another visit here
  bool repeated = false;             ///< another visit to the household that day counts
};

/// A row that replaces a visit whose own row has not come yet.
struct WaitingVisit {
  VisitRow said;
  KeptRow kept;
};

/// Whether the row of a replaced visit may still come.
enum class Reading { goes_on, is_done };

/// Visits are known by what they say and when they were put on record (visit_identity.hpp). A
/// file from another database has numbers of its own: one that is free here is kept, for another
/// the visit gets a new one, and the rows that name it follow.
class VisitImport {
 public:
  explicit VisitImport(const ImportSite& site)
      : m_session{site.session},
        m_request{site.request},
        m_warnings{site.warnings},
        m_codes{site.session},
        m_checks{site},
        m_author{site.author},
        m_new{site.session} {}

  Fate take(const Row& row, Problems& problems) {
    auto said = read_visit(row, problems);
    if (!said) return Fate::rejected;
    const auto fate = consider(*said, row, problems, Reading::goes_on);
    if (fate == Fate::waiting) m_waiting.push_back({std::move(*said), KeptRow{row}});
    return fate;
  }

  void finish(const Settle& settle) {
    settle_those_known(settle);
    std::unordered_set<VisitId> waiting;
    for (const auto& visit : m_waiting)
      if (visit.said.visit) waiting.insert(*visit.said.visit);
    settle_where(
        settle, [&](const WaitingVisit& visit) { return !waiting.contains(*visit.said.replaces); });
    settle_those_known(settle);
    settle_where(settle, [](const WaitingVisit&) { return true; });
    m_new.flush();
  }

 private:
  Fate consider(const VisitRow& said, const Row& row, Problems& problems, Reading reading) {
    RowValues values{row, problems};
    auto candidate = identify(said, values);
    if (!candidate) return Fate::rejected;
    find_on_record(*candidate, values);
    if (!problems.empty()) return Fate::rejected;
    if (candidate->known) return take_known(*candidate, values, problems);
    if (said.replaces && reading == Reading::goes_on && !m_numbers.contains(*said.replaces))
      return Fate::waiting;
    m_checks.check(said, candidate->draft.household, values);
    candidate->draft.replaces = replaced_by(*candidate, values);
    return problems.empty() ? add(*candidate) : Fate::rejected;
  }

  /// In rounds: one that was replaced and replaces another makes way for the next.
  void settle_those_known(const Settle& settle) {
    const auto known = [&](const WaitingVisit& visit) {
      return m_numbers.contains(*visit.said.replaces);
    };
    while (settle_where(settle, known)) {
    }
  }

  /// Whether there were any.
  template <class Ready>
  bool settle_where(const Settle& settle, Ready is_ready) {
    const auto ready =
        std::stable_partition(m_waiting.begin(), m_waiting.end(),
                              [&](const WaitingVisit& visit) { return !is_ready(visit); });
    const bool any = ready != m_waiting.end();
    for (auto visit = ready; visit != m_waiting.end(); ++visit) {
      Problems problems;
      const auto row = visit->kept.row();
      const auto fate = consider(visit->said, row, problems, Reading::is_done);
      settle(row, fate, problems);
    }
    m_waiting.erase(ready, m_waiting.end());
    return any;
  }

  std::optional<VisitCandidate> identify(const VisitRow& said, RowValues& values) {
    const auto household = m_codes.household(values, said.household);
    const auto worker = m_codes.worker(values, said.worker);
    if (!household || !worker) return std::nullopt;
    VisitCandidate candidate{said, {}, {}};
    candidate.draft = {*household, *worker,      said.day,  said.time,
                       said.mode,  said.outcome, said.note, {}};
    return candidate;
  }

  std::optional<VisitRecord> on_record(VisitId number) {
    if (number > m_new.highest()) return std::nullopt;  // as a rule
    if (m_new.hold(number)) m_new.flush();
    return m_session.visits().find(number);
  }

  void find_on_record(VisitCandidate& candidate, RowValues& values) {
    const auto& said = candidate.said;
    // What this import itself has put there is another visit, or is found by what it says.
    const bool is_new_here = said.visit && said.recorded_at && m_new.hold(*said.visit);
    std::optional<VisitRecord> numbered;
    if (said.visit && !is_new_here) numbered = on_record(*said.visit);
    candidate.number_taken = is_new_here || numbered;
    if (numbered && is_same(*numbered, candidate)) candidate.known = numbered;
    look_at_that_day(candidate);
    if (!candidate.known && numbered && is_edited(*numbered, candidate))
      report_other_content(numbered->visit.id, values);
  }

  static bool is_same(const VisitRecord& record, const VisitCandidate& candidate) {
    const auto& recorded_at = candidate.said.recorded_at;
    return says_the_same(record.visit.said, candidate.draft) &&
           (!recorded_at || *recorded_at == record.visit.recorded_at);
  }

  /// Whether the row is the visit that has its number on record, changed by somebody, and not one
  /// of another database.
  bool is_edited(const VisitRecord& record, const VisitCandidate& candidate) const {
    const auto& [visit, draft] = std::tie(record.visit, candidate.draft);
    const auto& recorded_at = candidate.said.recorded_at;
    if (!recorded_at) return true;
    return visit.id <= m_highest_before && !record.voided && visit.recorded_at == *recorded_at &&
           visit.said.household == draft.household && visit.said.worker == draft.worker &&
           visit.said.day == draft.day;
  }

  static void report_other_content(VisitId visit, RowValues& values) {
    values.report(Field::visit, message("Visit {0} is on record with other content.", visit.value),
                  message("A visit on record never changes: leave its number out to record "
                          "another one, or use `gridvisit amend {0}`.",
                          visit.value));
  }

  /// Where a row has a number and no instant, its number alone tells which visit it is.
  void look_at_that_day(VisitCandidate& candidate) {
    const auto& [said, draft] = std::tie(candidate.said, candidate.draft);
    look_at_those_held(candidate);
    if (!m_session.visits().any_on(draft.household, draft.day)) return;  // as a rule
    const bool by_content = !candidate.known && (said.recorded_at || !said.visit);
    store::VisitFilter of_that_day;
    of_that_day.household = draft.household;
    of_that_day.days = {draft.day, draft.day};
    of_that_day.voided_too = true;
    m_session.visits().each(of_that_day, [&](const VisitRecord& record) {
      if (!record.voided) candidate.repeated = true;
      if (!by_content || !is_same(record, candidate)) return true;
      candidate.known = record;
      return false;
    });
  }

  /// One that is the same goes on record first, and is found there.
  void look_at_those_held(VisitCandidate& candidate) {
    const auto& [said, draft] = std::tie(candidate.said, candidate.draft);
    for (const auto* held : m_new.on(draft.household, draft.day)) {
      if (!m_new.hold_void_of(held->id)) candidate.repeated = true;
      if (!says_the_same(held->said, draft)) continue;
      if (said.recorded_at && *said.recorded_at != held->recorded_at) continue;
      m_new.flush();
      return;
    }
  }

  Fate take_known(const VisitCandidate& candidate, RowValues& values, const Problems& problems) {
    const auto& said = candidate.said;
    const auto& known = *candidate.known;
    if (said.replaces && !said.recorded_at && !may_replace(*said.replaces, known))
      report_other_content(known.visit.id, values);
    if (!problems.empty()) return Fate::rejected;
    remember_number(said, known.visit.id);
    if (!said.voided_at || known.voided) return Fate::same;
    m_session.visits().add(void_of(known.visit.id, said));
    return Fate::changed;
  }

  /// Whether the visit on record replaces one, and not another than the file's number stands for.
  bool may_replace(VisitId number, const VisitRecord& known) const {
    const auto meant = m_numbers.find(number);
    const auto& replaced = known.visit.said.replaces;
    return replaced && (meant == m_numbers.end() || meant->second == *replaced);
  }

  /// The visit on record that the row replaces: the one whose row has come, or, in a file without
  /// that row, the one with its number, if that may be it.
  std::optional<VisitId> replaced_by(const VisitCandidate& candidate, RowValues& values) {
    const auto& number = candidate.said.replaces;
    if (!number) return std::nullopt;
    if (const auto meant = m_numbers.find(*number); meant != m_numbers.end()) return meant->second;
    const auto record = on_record(*number);
    if (!record)
      values.report(Field::replaces, message("There is no visit {0}.", number->value),
                    message("Put the row of the replaced visit, with its number, into the file."));
    else if (!record->voided)
      values.report(Field::replaces,
                    message("Visit {0} is not void, so that none replaces it.", number->value),
                    message("Give {0} and {1} in its row.", name_of(Field::voided_at),
                            name_of(Field::void_reason)));
    else if (record->visit.said.worker != candidate.draft.worker)
      values.report(Field::replaces,
                    message("Visit {0} on record was made by another worker.", number->value),
                    message("Put the row of the replaced visit, with its number, into the file."));
    return number;
  }

  Fate add(const VisitCandidate& candidate) {
    const auto& said = candidate.said;
    const auto& draft = candidate.draft;
    const auto recorded_at = said.recorded_at
                                 ? *said.recorded_at
                                 : free_instant(m_session, draft, m_request.now.instant);
    count_unusual(candidate);
    const bool keeps_number = said.visit && !candidate.number_taken;
    const auto id = keeps_number ? *said.visit : VisitId{m_new.highest().value + 1};
    m_new.add(Visit{id, draft, recorded_at});
    if (said.voided_at) m_new.add(void_of(id, said));
    remember_number(said, id);
    return Fate::added;
  }

  void count_unusual(const VisitCandidate& candidate) {
    const auto& said = candidate.said;
    m_checks.count_unusual(said, candidate.draft.worker);
    if (candidate.repeated && !said.voided_at) ++m_warnings.repeated;
    if (candidate.number_taken) ++m_warnings.renumbered;
    const auto& replaced = candidate.draft.replaces;
    if (replaced && is_replaced(*replaced)) ++m_warnings.corrected_twice;
  }

  bool is_replaced(VisitId visit) {
    if (m_new.hold_one_that_replaces(visit)) return true;
    return !m_new.hold(visit) && on_record(visit)->replaced_by;
  }

  Void void_of(VisitId visit, const VisitRow& said) const {
    return {visit, *said.voided_at, m_author, said.void_reason};
  }

  void remember_number(const VisitRow& said, VisitId visit) {
    if (said.visit && said.voided_at) m_numbers[*said.visit] = visit;
  }

  store::Session& m_session;
  const ImportRequest& m_request;
  ImportWarnings& m_warnings;
  ImportCodes m_codes;
  VisitChecks m_checks;
  std::string m_author;
  NewVisits m_new;
  VisitId m_highest_before{m_new.highest()};  ///< what is above was numbered by this import
  /// The numbers of the file's void visits, which alone others replace, and the visits on record.
  std::unordered_map<VisitId, VisitId> m_numbers;
  std::vector<WaitingVisit> m_waiting;
};

}  // namespace

TableImport import_visits(const ImportSite& site) {
  auto import = std::make_shared<VisitImport>(site);
  return {[import](const Row& row, Problems& problems) { return import->take(row, problems); },
          [import](const Settle& settle) { import->finish(settle); }};
}

}  // namespace gridvisit::usecase
