#include <array>

#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/sqlite/failure.hpp"
#include "gridvisit/store/sqlite/groups.hpp"
#include "gridvisit/store/sqlite/rows.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_all_closings = R"sql(
  SELECT id, month, at, by, today, head, head_hash FROM closing ORDER BY month, id)sql";

constexpr auto* k_insert_closing = R"sql(
  INSERT INTO closing (month, at, by, today, head, head_hash, checksum, entry)
  VALUES (:month, :at, :by, :today, :head, :head_hash, :checksum, :entry))sql";

// A closing and its figures are of one entry, by which the figures are found.
constexpr auto* k_figures_of_closing = R"sql(
  SELECT closing, worker, grid, rule, kind, verdict, first, second, third, fourth, year_verdict, year_done,
    year_required, year_required_full, average_tenths, on_pace, needed
  FROM figure INDEXED BY figure_by_entry
  WHERE entry = (SELECT entry FROM closing WHERE id = :closing) AND closing = :closing
  ORDER BY id)sql";

constexpr auto* k_insert_figure = R"sql(
  INSERT INTO figure (closing, worker, grid, rule, kind, verdict, first, second, third, fourth,
    year_verdict, year_done, year_required, year_required_full, average_tenths, on_pace, needed,
    checksum, entry)
  VALUES (:closing, :worker, :grid, :rule, :kind, :verdict, :first, :second, :third, :fourth,
    :year_verdict, :year_done, :year_required, :year_required_full, :average_tenths, :on_pace,
    :needed, :checksum, :entry))sql";

/// In the order of FigureNumbers.
constexpr std::array k_numbers{
    ":kind",           ":verdict",      ":first",     ":second",        ":third",
    ":fourth",         ":year_verdict", ":year_done", ":year_required", ":year_required_full",
    ":average_tenths", ":on_pace",      ":needed"};
static_assert(k_numbers.size() == FigureNumbers{}.size());

}  // namespace

std::vector<Closing> SqliteClosings::all() const {
  Query query{m_page.statements, k_all_closings};
  std::vector<Closing> closings;
  while (query.next()) {
    auto& closing = closings.emplace_back();
    closing.id = query.id<ClosingId>();
    closing.month = period_containing(PeriodKind::month, query.day());
    closing.at = query.instant();
    closing.by = query.text();
    closing.today = query.day();
    closing.head = query.number();
    closing.head_hash = query.text();
  }
  return closings;
}

void SqliteClosings::each_figure(ClosingId closing,
                                 const std::function<void(const compliance::Figure&)>& see) const {
  Query query{m_page.statements, k_figures_of_closing};
  query.bind(":closing", closing);
  while (query.next()) {
    const auto figure = to_figure(read_figure(query));
    if (!figure) throw failure(SQLITE_CORRUPT);
    see(*figure);
  }
}

ClosingId SqliteClosings::add(const Closing& closing) {
  Query query{m_page.statements, k_insert_closing};
  query.bind(":month", closing.month.first)
      .bind(":at", closing.at)
      .bind(":by", closing.by)
      .bind(":today", closing.today)
      .bind(":head", closing.head)
      .bind(":head_hash", closing.head_hash);
  m_page.writing.sign(query, FactKind::closing, digest_of(closing)).run();
  return m_page.statements.last_inserted<ClosingId>();
}

void SqliteClosings::add(ClosingId closing, const compliance::Figure& figure) {
  Query query{m_page.statements, k_insert_figure};
  const auto stored = to_stored(closing, figure);
  query.bind(":closing", stored.closing)
      .bind(":worker", stored.worker)
      .bind(":grid", stored.grid)
      .bind(":rule", stored.rule);
  for (std::size_t at = 0; at < stored.numbers.size(); ++at)
    query.bind(k_numbers.at(at), stored.numbers.at(at));
  m_page.writing.sign(query, FactKind::figure, digest_of(stored)).run();
}

}  // namespace gridvisit::store::sqlite
