#include "gridvisit/format/converter.hpp"

#include <array>
#include <cerrno>

#include <iconv.h>

#include "gridvisit/base/error.hpp"

namespace gridvisit::format {

Converter::Converter(const char* to, const char* from) : m_iconv{::iconv_open(to, from)} {
  // iconv_open tells its failure by the pointer value -1.
  // NOLINTNEXTLINE(performance-no-int-to-ptr)
  if (m_iconv == reinterpret_cast<void*>(-1))
    throw Error{ErrorKind::io, message("This machine can't convert {0} to {1}.", from, to),
                message("Install the system's character set converters (package libc-bin).")};
}

Converter::~Converter() {
  ::iconv_close(m_iconv);
}

bool Converter::convert(std::string_view bytes, std::string& into) {
  std::string joined;
  if (!m_cut.empty()) {
    joined = m_cut + std::string{bytes};
    bytes = joined;
    m_cut.clear();
  }
  // iconv does not write to its input. NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
  auto* input = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  while (left > 0) {
    std::array<char, 16384> chunk{};
    char* output = chunk.data();
    std::size_t room = chunk.size();
    const auto before = left;
    const auto result = ::iconv(m_iconv, &input, &left, &output, &room);
    const int why = errno;
    into.append(chunk.data(), chunk.size() - room);
    m_position += before - left;
    if (result != static_cast<std::size_t>(-1) || why == E2BIG) continue;
    if (why != EINVAL) return false;
    m_cut.assign(input, left);
    return true;
  }
  return true;
}

}  // namespace gridvisit::format
