#include "gridvisit/compliance/schedule.hpp"

#include <map>
#include <queue>
#include <set>
#include <utility>

namespace gridvisit::compliance {
namespace {

using Index = std::size_t;

/// The jobs placed so far, and the search for room for one more.
class Board {
 public:
  Board(const std::vector<Job>& jobs, const std::vector<std::int64_t>& capacity)
      : m_jobs{&jobs},
        m_capacity{&capacity},
        m_day_of(jobs.size()),
        m_on(capacity.size()),
        m_is_closed(capacity.size()) {}

  void place(Index job) {
    for (const auto day : (*m_jobs)[job].days)
      if (!is_full(day) && !holds_owner(job, day)) {
        put(job, day);
        return;
      }
    augment(job);
  }

  const std::vector<std::optional<Index>>& days() const { return m_day_of; }

 private:
  using Slot = std::pair<Index, Index>;  // owner, day

  /// One search: which job wants the day of which, and what was looked at.
  struct Search {
    std::queue<Index> jobs;
    std::map<Index, Index> wanted_by;  // a job met, and the job that would take its day
    std::set<Slot> slots;
    std::set<Index> days;
  };

  Slot slot(Index job, Index day) const { return {(*m_jobs)[job].owner, day}; }
  bool is_full(Index day) const {
    return static_cast<std::int64_t>(m_on[day].size()) >= (*m_capacity)[day];
  }
  bool holds_owner(Index job, Index day) const { return m_slots.contains(slot(job, day)); }

  void put(Index job, Index day) {
    m_day_of[job] = day;
    m_on[day].push_back(job);
    m_slots[slot(job, day)] = job;
  }

  void take_off(Index job) {
    const Index day = *m_day_of[job];
    std::erase(m_on[day], job);
    m_slots.erase(slot(job, day));
    m_day_of[job].reset();
  }

  /// A breadth-first search for the shortest chain of moves. What a search without success has seen
  /// stays full for good: later ones don't enter it.
  void augment(Index job) {
    Search search;
    search.jobs.push(job);
    search.wanted_by[job] = job;
    while (!search.jobs.empty()) {
      const Index next = search.jobs.front();
      search.jobs.pop();
      for (const auto day : (*m_jobs)[next].days)
        if (can_end(next, day, search)) {
          shift(next, day, search);
          return;
        }
    }
    for (const auto day : search.days) m_is_closed[day] = true;
  }

  /// Whether the job may simply go to the day; else puts those whom it could displace in line.
  bool can_end(Index job, Index day, Search& search) {
    if (m_day_of[job] == day || !search.slots.insert(slot(job, day)).second) return false;
    if (const auto same = m_slots.find(slot(job, day)); same != m_slots.end()) {
      want(same->second, job, search);
      return false;
    }
    if (!is_full(day)) return true;
    if (m_is_closed[day]) return false;
    if (search.days.insert(day).second)
      for (const auto placed : m_on[day]) want(placed, job, search);
    return false;
  }

  static void want(Index placed, Index job, Search& search) {
    if (search.wanted_by.emplace(placed, job).second) search.jobs.push(placed);
  }

  /// Moves along the chain: the last job to the free day, each other one to where the next was.
  void shift(Index last, Index day, const Search& search) {
    Index job = last, to = day;
    while (true) {
      const auto from = m_day_of[job];
      if (from) take_off(job);
      put(job, to);
      if (!from) return;
      to = *from;
      job = search.wanted_by.at(job);
    }
  }

  const std::vector<Job>* m_jobs;
  const std::vector<std::int64_t>* m_capacity;
  std::vector<std::optional<Index>> m_day_of;
  std::vector<std::vector<Index>> m_on;
  std::vector<bool> m_is_closed;
  std::map<Slot, Index> m_slots;
};

}  // namespace

std::vector<std::optional<std::size_t>> schedule(const std::vector<Job>& jobs,
                                                 const std::vector<std::int64_t>& capacity) {
  Board board{jobs, capacity};
  for (std::size_t job = 0; job < jobs.size(); ++job) board.place(job);
  return board.days();
}

}  // namespace gridvisit::compliance
