#include "typesetting.hpp"

#include <array>
#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/system_reason.hpp"
#include "gridvisit/format/printout.hpp"

#include "child.hpp"

namespace gridvisit::cli {
namespace {

namespace fs = std::filesystem;
using format::Typeset;

constexpr const char* k_program = "gridvisit-pdf";

Error failure(int problem) {
  return {ErrorKind::io, message("{0} can't be used: {1}.", k_program, system_reason(problem))};
}

class Descriptor {
 public:
  explicit Descriptor(int number) : m_number{number} {
    if (number < 0) throw failure(errno);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  int number() const { return m_number; }
  void close() {
    if (m_number >= 0) ::close(m_number);
    m_number = -1;
  }

 private:
  int m_number;
};

/// A file without a name, from its beginning: unlike in a pipe, nobody waits for its reader.
void fill(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto size = ::write(file.number(), bytes.data(), bytes.size());
    if (size < 0) throw failure(errno);
    bytes.remove_prefix(static_cast<std::size_t>(size));
  }
  ::lseek(file.number(), 0, SEEK_SET);
}

std::string whole(const Descriptor& input) {
  constexpr std::size_t k_at_once = 65536;
  std::string bytes;
  std::array<char, k_at_once> part{};
  for (;;) {
    const auto size = ::read(input.number(), part.data(), part.size());
    if (size == 0) return bytes;
    if (size > 0)
      bytes.append(part.data(), static_cast<std::size_t>(size));
    else if (errno != EINTR)
      throw failure(errno);
  }
}

/// The program that runs, whatever name it was called by.
fs::path own_program() {
  return fs::read_symlink("/proc/self/exe");
}

fs::path found_program() {
  const auto folder = own_program().parent_path();
  const auto beside = folder / k_program, installed = folder / GRIDVISIT_LIBEXEC / k_program;
  for (const auto& file : {beside, installed})
    if (fs::exists(file)) return file;
  throw Error{
      ErrorKind::io,
      message("The program that makes PDFs is not installed: {0}",
              installed.lexically_normal().string()),
      message("Install the package gridvisit-pdf; or choose another format, such as html.")};
}

/// Only who could have changed this program itself may be able to change the other one.
void check_safe(const fs::path& file) {
  struct stat ours {
  }, its{};
  const bool are_known =
      ::stat(own_program().c_str(), &ours) == 0 && ::stat(file.c_str(), &its) == 0;
  const bool is_of_owner = its.st_uid == 0 || its.st_uid == ours.st_uid;
  if (are_known && S_ISREG(its.st_mode) && is_of_owner && (its.st_mode & S_IWOTH) == 0) return;
  throw Error{ErrorKind::permission,
              message("{0} is not run: others could have changed it.", file.string()),
              message("Give it to root, with the mode 0755.")};
}

/// Runs the program; how it ended, and what it printed.
std::pair<int, std::string> run_typesetting(const fs::path& file, std::string_view printout) {
  Descriptor input{::memfd_create("printout", MFD_CLOEXEC)};
  fill(input, printout);
  const Descriptor nowhere{::open("/dev/null", O_WRONLY | O_CLOEXEC)};
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw failure(errno);
  const Descriptor output{ends[0]};
  Descriptor its_output{ends[1]};
  const auto child = start({file, {k_program}, {"LANG=C.UTF-8", "TZ=UTC"}},
                           {input.number(), its_output.number(), nowhere.number()});
  if (child == 0) throw failure(errno);
  its_output.close();
  auto bytes = whole(output);
  return {wait_for(child), std::move(bytes)};
}

}  // namespace

std::string typeset(std::string_view printout) {
  const auto file = found_program();
  check_safe(file);
  auto [code, bytes] = run_typesetting(file, printout);
  switch (static_cast<Typeset>(code)) {
    case Typeset::done:
      return std::move(bytes);
    case Typeset::no_font:
      throw Error{ErrorKind::io, message("No font with Chinese characters is installed."),
                  message("Install the package fonts-noto-cjk; or choose another format, such as "
                          "html.")};
    case Typeset::no_printout:
      throw Error{ErrorKind::version, message("{0} is of another version.", file.string()),
                  message("Install gridvisit and gridvisit-pdf of the same version.")};
    case Typeset::failed:
      break;
  }
  constexpr int k_not_started = 127;  // by the loader
  if (code == k_not_started)
    throw Error{ErrorKind::io, message("{0} can't be started.", file.string()),
                message("It needs the library pango: install the package gridvisit-pdf with apt, "
                        "which brings it.")};
  throw Error{ErrorKind::io, message("{0} made no PDF (it ended with {1}).", file.string(), code),
              message("There may be too little memory: print less at once.")};
}

}  // namespace gridvisit::cli
