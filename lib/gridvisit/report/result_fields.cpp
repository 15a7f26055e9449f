#include "gridvisit/report/result_fields.hpp"

#include <optional>

#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

using compliance::GridResult;
using compliance::MetOf;
using compliance::Tally;
using compliance::WorkerResult;
using compliance::YearStanding;

using Fields = std::vector<ResultField>;

Fields quota(compliance::Verdict verdict, std::int64_t done, std::int64_t required) {
  return {{"verdict", translatable_in("figure", "Result"), word_of(verdict)},
          {"done", translatable_in("figure", "Done"), done},
          {"required", translatable_in("figure", "Required"), required}};
}

void add_year(Fields& fields, const YearStanding& year) {
  const auto add = [&](std::string_view key, TextId label, Cell value) {
    fields.push_back({key, label, std::move(value)});
  };
  add("year_done", translatable_in("figure", "Done this year"), year.done);
  add("year_required", translatable_in("figure", "Required so far this year"), year.required);
  add("year_required_full", translatable_in("figure", "Required in the whole year"),
      year.required_full);
  add("average", translatable_in("figure", "Average a month"),
      tenths_or_nothing(year.average_tenths));
  add("on_pace", translatable_in("figure", "On pace"), year.on_pace);
  add("needed", translatable_in("figure", "Needed a month"),
      year.needed ? Cell{*year.needed} : Cell{});
  add("year_verdict", translatable_in("figure", "Result of the year"), word_of(year.verdict));
}

struct FieldsOf {
  Fields operator()(std::monostate) const { return {}; }
  Fields operator()(const WorkerResult& result) const {
    auto fields = quota(result.verdict, result.done, result.required);
    if (result.year) add_year(fields, *result.year);
    return fields;
  }
  Fields operator()(const GridResult& result) const {
    return quota(result.verdict, result.done, result.required);
  }
  Fields operator()(const Tally& tally) const {
    return {{"met", translatable_in("figure", "Met"), tally.met},
            {"due", translatable_in("figure", "Due"), tally.due},
            {"missed", translatable_in("figure", "Missed"), tally.missed},
            {"exempt", translatable_in("figure", "Exempt"), tally.exempt},
            {"total", translatable_in("figure", "Asked for"), tally.total()},
            {"coverage", translatable_in("figure", "Coverage in %"),
             tenths_or_nothing(tenths(tally.coverage(), 100))}};
  }
  Fields operator()(const MetOf& counted) const {
    return {{"met", translatable_in("figure", "Met"), counted.met.part},
            {"total", translatable_in("figure", "Asked for"), counted.met.whole}};
  }
};

}  // namespace

std::vector<ResultField> fields_of(const compliance::RuleResult& result) {
  return std::visit(FieldsOf{}, result);
}

}  // namespace gridvisit::report
