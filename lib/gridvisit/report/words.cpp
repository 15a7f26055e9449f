#include "gridvisit/report/words.hpp"

#include <array>

#include "gridvisit/base/text.hpp"

namespace gridvisit::report {
namespace {

TextId label_of(compliance::Verdict verdict) {
  using compliance::Verdict;
  switch (verdict) {
    case Verdict::exempt:
      return translatable_in("verdict", "exempt");
    case Verdict::met:
      return translatable_in("verdict", "met");
    case Verdict::due:
      return translatable_in("verdict", "due");
    case Verdict::missed:
      break;
  }
  return translatable_in("verdict", "missed");
}

TextId label_of(Mode mode) {
  switch (mode) {
    case Mode::door:
      return translatable_in("mode", "door");
    case Mode::outside:
      return translatable_in("mode", "outside");
    case Mode::office:
      return translatable_in("mode", "office");
    case Mode::video:
      return translatable_in("mode", "video");
    case Mode::phone:
      return translatable_in("mode", "phone");
    case Mode::message:
      break;
  }
  return translatable_in("mode", "message");
}

TextId label_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::met:
      return translatable_in("outcome", "met");
    case Outcome::absent:
      return translatable_in("outcome", "absent");
    case Outcome::refused:
      return translatable_in("outcome", "refused");
    case Outcome::vacant:
      break;
  }
  return translatable_in("outcome", "vacant");
}

TextId label_of(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::day:
      return translatable("every day");
    case PeriodKind::week:
      return translatable("every week");
    case PeriodKind::half_month:
      return translatable("every half-month");
    case PeriodKind::month:
      return translatable("every month");
    case PeriodKind::quarter:
      return translatable("every quarter");
    case PeriodKind::half_year:
      return translatable("every half-year");
    case PeriodKind::year:
      break;
  }
  return translatable("every year");
}

const std::string& first_filled(const std::string& wanted, const std::string& other,
                                const std::string& fallback) {
  if (!wanted.empty()) return wanted;
  return other.empty() ? fallback : other;
}

}  // namespace

Word word_of(compliance::Verdict verdict) {
  return {to_string(verdict), label_of(verdict)};
}

Word word_of(Mode mode) {
  return {to_string(mode), label_of(mode)};
}

Word word_of(Outcome outcome) {
  return {to_string(outcome), label_of(outcome)};
}

Word word_of(PeriodKind kind) {
  return {to_string(kind), label_of(kind)};
}

Word pace_word(bool on_pace) {
  if (on_pace) return {"on_pace", translatable("on pace")};
  return {"behind", translatable("behind")};
}

TextId month_name(Day day) {
  static constexpr std::array k_names{
      translatable_in("month", "Jan"), translatable_in("month", "Feb"),
      translatable_in("month", "Mar"), translatable_in("month", "Apr"),
      translatable_in("month", "May"), translatable_in("month", "Jun"),
      translatable_in("month", "Jul"), translatable_in("month", "Aug"),
      translatable_in("month", "Sep"), translatable_in("month", "Oct"),
      translatable_in("month", "Nov"), translatable_in("month", "Dec")};
  return k_names.at(static_cast<std::size_t>(month_of(day) - 1));
}

std::string title_of(const Rule& rule, l10n::Language language) {
  return language == l10n::Language::zh ? first_filled(rule.title, rule.title_en, rule.id)
                                        : first_filled(rule.title_en, rule.title, rule.id);
}

Cell modes_cell(const std::vector<Mode>& modes, l10n::Language language) {
  if (modes.size() == k_modes.size()) return message(translatable("any"));
  if (modes.empty()) return message(translatable("each its own way"));
  const l10n::Catalog catalog{language};
  std::vector<std::string> labels;
  for (const auto mode : modes) labels.emplace_back(catalog.text(word_of(mode).label));
  return join(labels, " ");
}

std::vector<std::string> mode_names(const std::vector<Mode>& modes) {
  std::vector<std::string> names;
  for (const auto mode : modes) names.emplace_back(to_string(mode));
  return names;
}

std::string name_of(const Category& category, l10n::Language language) {
  return language == l10n::Language::zh
             ? first_filled(category.name_zh, category.name_en, category.code)
             : first_filled(category.name_en, category.name_zh, category.code);
}

}  // namespace gridvisit::report
