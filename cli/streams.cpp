#include "streams.hpp"

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace gridvisit::cli {

void make_standard_streams_safe() {
  for (const int descriptor : {0, 1, 2}) {
    if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    // The lowest free descriptor is this one; read-only, so that output to it is an error.
    if (::open("/dev/null", O_RDONLY) != descriptor) ::_exit(6);
  }
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

OutputBuffer::OutputBuffer(int descriptor) : m_descriptor{descriptor} {
  setp(m_buffer->data(), m_buffer->data() + m_buffer->size());
}

OutputBuffer::int_type OutputBuffer::overflow(int_type next) {
  if (sync() != 0) return traits_type::eof();
  if (!traits_type::eq_int_type(next, traits_type::eof())) sputc(traits_type::to_char_type(next));
  return traits_type::not_eof(next);
}

int OutputBuffer::sync() {
  for (const char* from = pbase(); m_error == 0 && from != pptr();) {
    const auto written = ::write(m_descriptor, from, static_cast<std::size_t>(pptr() - from));
    if (written >= 0)
      from += written;
    else if (errno != EINTR)
      m_error = errno;
  }
  setp(m_buffer->data(), m_buffer->data() + m_buffer->size());
  return m_error == 0 ? 0 : -1;
}

std::size_t terminal_width(int descriptor) {
  constexpr std::size_t k_usual = 80;
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return k_usual;
  return size.ws_col;
}

}  // namespace gridvisit::cli
