#include "gridvisit/format/spool.hpp"

#include <array>
#include <cerrno>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/system_reason.hpp"

namespace gridvisit::format {
namespace {

constexpr std::size_t k_most_in_memory = 1 << 20;

[[noreturn]] void throw_not_kept() {
  throw Error{ErrorKind::io, message("The output can't be kept: {0}.", system_reason(errno)),
              message("Free some space in the folder for temporary files (/tmp).")};
}

void append(std::FILE* file, std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size()) throw_not_kept();
}

}  // namespace

void Spool::write(std::string_view bytes) {
  if (!m_file && m_bytes.size() + bytes.size() > k_most_in_memory) move_to_file();
  if (m_file)
    append(m_file.get(), bytes);
  else
    m_bytes += bytes;
}

void Spool::move_to_file() {
  m_file.reset(std::tmpfile());
  if (!m_file) throw_not_kept();
  append(m_file.get(), m_bytes);
  m_bytes = {};
}

void Spool::hand_on(const ByteSink& sink) {
  if (!m_file) {
    sink(m_bytes);
    return;
  }
  if (std::fflush(m_file.get()) != 0 || std::fseek(m_file.get(), 0, SEEK_SET) != 0)
    throw_not_kept();
  std::array<char, 65536> chunk{};
  while (const auto size = std::fread(chunk.data(), 1, chunk.size(), m_file.get()))
    sink({chunk.data(), size});
  if (std::ferror(m_file.get()) != 0) throw_not_kept();
}

}  // namespace gridvisit::format
