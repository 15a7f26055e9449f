#include "gridvisit/store/figure_numbers.hpp"

#include <algorithm>
#include <stdexcept>

namespace gridvisit::store {
namespace {

using compliance::GridResult;
using compliance::MetOf;
using compliance::RuleResult;
using compliance::Tally;
using compliance::Verdict;
using compliance::WorkerResult;
using compliance::YearStanding;

enum Place : std::size_t {
  kind,
  verdict,
  first,
  second,
  third,
  fourth,
  year_verdict,
  year_done,
  year_required,
  year_required_full,
  average_tenths,
  on_pace,
  needed,
};
enum Kind : std::int64_t { of_worker, of_grid, of_households, of_grids };

/// Verdicts are stored as their place in this order, which must never change.
constexpr std::array k_verdict_codes{Verdict::exempt, Verdict::met, Verdict::due, Verdict::missed};

std::int64_t code_of(Verdict value) {
  return std::ranges::find(k_verdict_codes, value) - k_verdict_codes.begin();
}

std::optional<Verdict> verdict_at(const FigureNumbers& numbers, Place place) {
  const auto code = numbers[place];
  if (!code || *code < 0 || *code >= std::ssize(k_verdict_codes)) return std::nullopt;
  return k_verdict_codes[static_cast<std::size_t>(*code)];
}

void put_year(FigureNumbers& numbers, const YearStanding& year) {
  numbers[year_verdict] = code_of(year.verdict);
  numbers[year_done] = year.done;
  numbers[year_required] = year.required;
  numbers[year_required_full] = year.required_full;
  numbers[average_tenths] = year.average_tenths;
  numbers[on_pace] = year.on_pace ? 1 : 0;
  numbers[needed] = year.needed;
}

struct NumbersOf {
  FigureNumbers operator()(std::monostate) const {
    throw std::logic_error{"a rule that does not apply has no figure"};
  }
  FigureNumbers operator()(const WorkerResult& result) const {
    FigureNumbers numbers{of_worker, code_of(result.verdict), result.done, result.required};
    if (result.year) put_year(numbers, *result.year);
    return numbers;
  }
  FigureNumbers operator()(const GridResult& result) const {
    return {of_grid, code_of(result.verdict), result.done, result.required};
  }
  FigureNumbers operator()(const Tally& tally) const {
    return {of_households, std::nullopt, tally.met, tally.due, tally.missed, tally.exempt};
  }
  FigureNumbers operator()(const MetOf& counted) const {
    return {of_grids, std::nullopt, counted.met.part, counted.met.whole};
  }
};

std::optional<YearStanding> year_of(const FigureNumbers& numbers) {
  const auto judged = verdict_at(numbers, year_verdict);
  if (!judged) return std::nullopt;
  return YearStanding{numbers[year_done].value_or(0),
                      numbers[year_required].value_or(0),
                      numbers[year_required_full].value_or(0),
                      numbers[average_tenths],
                      numbers[on_pace] == 1,
                      numbers[needed],
                      *judged};
}

std::optional<RuleResult> result_of(const FigureNumbers& numbers) {
  const auto judged = verdict_at(numbers, verdict);
  const auto one = numbers[first].value_or(0), two = numbers[second].value_or(0);
  if (numbers[kind] == of_worker && judged)
    return WorkerResult{*judged, one, two, year_of(numbers)};
  if (numbers[kind] == of_grid && judged) return GridResult{*judged, one, two};
  if (numbers[kind] == of_households)
    return Tally{one, two, numbers[third].value_or(0), numbers[fourth].value_or(0)};
  if (numbers[kind] == of_grids) return MetOf{{one, two}};
  return std::nullopt;
}

}  // namespace

StoredFigure to_stored(ClosingId closing, const compliance::Figure& figure) {
  StoredFigure stored{closing, {}, {}, figure.rule, std::visit(NumbersOf{}, figure.result)};
  if (const auto* worker = std::get_if<WorkerId>(&figure.subject)) stored.worker = *worker;
  if (const auto* grid = std::get_if<AreaId>(&figure.subject)) stored.grid = *grid;
  return stored;
}

std::optional<compliance::Figure> to_figure(const StoredFigure& stored) {
  auto result = result_of(stored.numbers);
  if (!result) return std::nullopt;
  compliance::Figure figure{{}, stored.rule, *result};
  if (stored.worker) figure.subject = *stored.worker;
  if (stored.grid) figure.subject = *stored.grid;
  return figure;
}

}  // namespace gridvisit::store
