#pragma once

#include <string>
#include <string_view>

namespace gridvisit {

/// The pinyin initials that people type to find a name: 张明 gives zm. Each Han character gives
/// the first letter of its main Mandarin reading, the first one that of its reading as a surname
/// (单 s, 曾 z, 仇 q); ASCII letters and digits stay, in lower case; the rest is left out.
std::string pinyin_initials(std::string_view name);

}  // namespace gridvisit
