#include <array>
#include <cstdio>
#include <exception>
#include <string>

#include <unistd.h>

#include "pdf/drawing.hpp"

/// gridvisit-pdf: a printout of gridvisit on the standard input, as a PDF on the standard output.
/// For gridvisit, which tells people what goes wrong; it looks only at how this program ends.
namespace {

using gridvisit::format::k_largest_printout;
using gridvisit::format::Typeset;

/// The whole standard input; at most one byte more than a printout can have.
std::string input() {
  constexpr std::size_t k_at_once = 65536;
  std::string bytes;
  std::array<char, k_at_once> part{};
  while (bytes.size() <= k_largest_printout) {
    const auto size = ::read(STDIN_FILENO, part.data(), part.size());
    if (size <= 0) break;
    bytes.append(part.data(), static_cast<std::size_t>(size));
  }
  return bytes;
}

bool output(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto size = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (size < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(size));
  }
  return true;
}

Typeset typeset() {
  const auto bytes = input();
  if (bytes.size() > k_largest_printout) return Typeset::no_printout;
  const auto printout = gridvisit::format::unpacked(bytes);
  if (!printout) return Typeset::no_printout;
  gridvisit::pdf::Typesetter typesetter{printout->language};
  if (!typesetter.has_font()) return Typeset::no_font;
  const auto pages = drawn(*printout, typesetter);
  return !pages.empty() && output(pages) ? Typeset::done : Typeset::failed;
}

}  // namespace

int main() {
  try {
    return static_cast<int>(typeset());
  } catch (const std::exception&) {
    return static_cast<int>(Typeset::failed);
  }
}
