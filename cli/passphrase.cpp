#include "passphrase.hpp"

#include <istream>
#include <ostream>

#include <termios.h>
#include <unistd.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/format/byte_source.hpp"

#include "context.hpp"

namespace gridvisit::cli {
namespace {

constexpr std::size_t k_shortest = 8;
constexpr std::size_t k_longest = 1024;

/// While it lives what is typed is not shown.
class Unseen {
 public:
  Unseen() : m_is_terminal{::tcgetattr(STDIN_FILENO, &m_before) == 0} {
    if (!m_is_terminal) return;
    auto unseen = m_before;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSADRAIN, &unseen);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;
  ~Unseen() {
    if (m_is_terminal) ::tcsetattr(STDIN_FILENO, TCSADRAIN, &m_before);
  }

 private:
  termios m_before{};
  bool m_is_terminal;
};

std::string first_line(std::istream& in) {
  std::string line;
  std::getline(in, line);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

std::string typed(const Message& question, Context& context) {
  context.terminal.out.flush();
  context.terminal.err << context.catalog.text(question) << std::flush;
  const Unseen unseen;
  auto line = first_line(context.terminal.in);
  context.terminal.err << '\n';
  return line;
}

std::string typed_on_terminal(Context& context, Repeat repeat) {
  if (context.settings.no_input)
    throw Error{ErrorKind::usage, message("A passphrase is needed."),
                message("Name a file that holds it with --passphrase-file.")};
  auto passphrase = typed(message("Passphrase: "), context);
  if (repeat == Repeat::yes && typed(message("Once more: "), context) != passphrase)
    throw Error{ErrorKind::refused, message("The two passphrases differ."),
                message("Nothing was done. Try again.")};
  return passphrase;
}

std::string in_file(const std::string& path) {
  const auto text = format::whole_file(path, k_longest);
  return text.substr(0, text.find_first_of("\r\n"));
}

}  // namespace

Option passphrase_option() {
  return {"passphrase-file", '\0', translatable("FILE"),
          translatable("its first line is the passphrase")};
}

std::string passphrase_given(const Arguments& arguments, Context& context, Repeat repeat) {
  const auto file = arguments.value("passphrase-file");
  auto passphrase = file                              ? in_file(*file)
                    : context.terminal.in_is_terminal ? typed_on_terminal(context, repeat)
                                                      : first_line(context.terminal.in);
  if (passphrase.size() < k_shortest)
    throw Error{ErrorKind::refused, message("A passphrase has {0} bytes at least.", k_shortest),
                message("Take a few words that nobody would guess, and write them down.")};
  return passphrase;
}

}  // namespace gridvisit::cli
