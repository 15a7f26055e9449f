#include "gridvisit/base/pinyin.hpp"

#include <algorithm>

#include <utf8proc.h>

#include "gridvisit/base/pinyin_table.hpp"

namespace gridvisit {
namespace {

/// A surname whose reading is not the usual one of its character. A second one is as good.
struct Surname {
  char32_t character;
  std::string_view reading, other;
};
constexpr auto k_surnames = std::to_array<Surname>({
    {U'单', "shan", {}},   {U'曾', "zeng", {}},    {U'仇', "qiu", {}},      {U'解', "xie", {}},
    {U'区', "ou", {}},     {U'查', "zha", {}},     {U'朴', "piao", {}},     {U'翟', "zhai", "di"},
    {U'盖', "ge", "gai"},  {U'乐', "yue", "le"},   {U'重', "chong", {}},    {U'种', "chong", {}},
    {U'覃', "qin", "tan"}, {U'折', "she", {}},     {U'繁', "po", {}},       {U'召', "shao", "zhao"},
    {U'缪', "miao", {}},   {U'黑', "he", "hei"},   {U'员', "yun", {}},      {U'洗', "xian", {}},
    {U'卜', "bu", {}},     {U'都', "du", {}},      {U'阚', "kan", {}},      {U'郇', "xun", "huan"},
    {U'郗', "xi", "chi"},  {U'郄', "qie", "xi"},   {U'谌', "chen", "shen"}, {U'隗', "wei", "kui"},
    {U'牟', "mou", "mu"},  {U'莘', "shen", "xin"}, {U'么', "yao", {}},      {U'藏', "zang", {}},
    {U'宓', "mi", "fu"},   {U'句', "gou", {}},     {U'泌', "bi", {}},       {U'秘', "bi", {}},
    {U'角', "jue", {}},    {U'祭', "zhai", "ji"},  {U'隽', "juan", {}},     {U'乜', "nie", {}},
    {U'薄', "bo", {}},     {U'颉', "xie", {}},     {U'叶', "ye", {}},       {U'柏', "bai", "bo"},
});

struct CompoundSurname {
  std::string_view characters, first, second;
};
constexpr auto k_compound_surnames = std::to_array<CompoundSurname>({
    {"尉迟", "yu", "chi"},
    {"万俟", "mo", "qi"},
    {"长孙", "zhang", "sun"},
    {"单于", "chan", "yu"},
    {"澹台", "tan", "tai"},
    {"拓跋", "tuo", "ba"},
    {"乐正", "yue", "zheng"},
    {"亓官", "qi", "guan"},
    {"令狐", "ling", "hu"},
});

constexpr std::string_view k_plain_characters = "abcdefghijklmnopqrstuvwxyz0123456789";

std::string_view syllable(std::size_t number) {
  constexpr std::size_t k_columns = 6;
  const auto text = k_syllables.substr(number * k_columns, k_columns);
  return text.substr(0, text.find(' '));
}

/// The place of a Han character in the table, or nothing.
std::size_t place_of(char32_t character) {
  if (character >= k_first_with_pinyin && character < k_first_with_pinyin + k_with_pinyin_in_a_row)
    return character - k_first_with_pinyin;
  const auto at = std::ranges::lower_bound(k_others_with_pinyin, character);
  if (at == k_others_with_pinyin.end() || *at != character) return std::string_view::npos;
  return k_with_pinyin_in_a_row + static_cast<std::size_t>(at - k_others_with_pinyin.begin());
}

void take(SpelledCharacter& spelled, std::string_view form) {
  if (!form.empty() && spelled.count < SpelledCharacter::k_most)
    spelled.forms.at(spelled.count++) = form;
}

void take_readings(SpelledCharacter& spelled, char32_t character) {
  const auto place = place_of(character);
  if (place == std::string_view::npos) return;
  for (std::size_t at = k_readings_begin.at(place); at < k_readings_begin.at(place + 1); ++at)
    take(spelled, syllable(k_readings.at(at)));
}

void take_ascii(SpelledCharacter& spelled, char32_t character) {
  const auto lower = character >= U'A' && character <= U'Z' ? character - U'A' + U'a' : character;
  const auto at = k_plain_characters.find(static_cast<char>(lower));
  if (at != k_plain_characters.npos) take(spelled, k_plain_characters.substr(at, 1));
}

void take_surname(SpelledCharacter& spelled, char32_t character) {
  const auto* at = std::ranges::find(k_surnames, character, &Surname::character);
  if (at != k_surnames.end()) {
    take(spelled, at->reading);
    take(spelled, at->other);
    return;
  }
  take_readings(spelled, character);
  spelled.count = std::min<std::size_t>(spelled.count, 1);
}

bool begins_compound(std::string_view character) {
  return std::ranges::any_of(k_compound_surnames, [&](const CompoundSurname& surname) {
    return surname.characters.starts_with(character);
  });
}

/// Whether the character is one of a compound surname, which then has told its reading.
bool take_compound(SpelledCharacter& spelled, std::string_view name, std::size_t at) {
  for (const auto& [characters, first, second] : k_compound_surnames) {
    if (!name.starts_with(characters) || at >= characters.size()) continue;
    take(spelled, at == 0 ? first : second);
    return true;
  }
  return false;
}

}  // namespace

SpelledCharacter spelled_at(std::string_view name, std::size_t at) {
  SpelledCharacter spelled;
  utf8proc_int32_t code_point = -1;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(name.data()) + at,
                                     static_cast<utf8proc_ssize_t>(name.size() - at), &code_point);
  if (size <= 0) return spelled;
  spelled.size = static_cast<std::size_t>(size);
  const auto character = static_cast<char32_t>(code_point);
  if (character < 0x80) {
    take_ascii(spelled, character);
    return spelled;
  }
  spelled.depends_on_next = at == 0 && begins_compound(name.substr(0, spelled.size));
  if (take_compound(spelled, name, at)) return spelled;
  if (at == 0)
    take_surname(spelled, character);
  else
    take_readings(spelled, character);
  return spelled;
}

std::string spelled_out(std::string_view name) {
  std::string result;
  for (std::size_t at = 0; at < name.size();) {
    const auto spelled = spelled_at(name, at);
    if (spelled.count == 0 || spelled.size == 1) return {};
    if (!result.empty()) result += ' ';
    result += spelled.forms.front();
    at += spelled.size;
  }
  return result;
}

}  // namespace gridvisit
