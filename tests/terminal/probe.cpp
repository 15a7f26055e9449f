// Prints texts on the terminal it runs in, asks it after each where the cursor stands, and writes
// to a file every text that took other columns than display_width() says: terminal_probe FILE
#include <array>
#include <charconv>
#include <fstream>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include "gridvisit/base/display.hpp"

namespace {

using gridvisit::display_width;

/// What names, addresses, notes and the program's own sentences hold. Not here, as terminals
/// differ: emoji with a skin tone, signs made an emoji by a selector, scripts of India.
constexpr auto k_texts = std::to_array<std::string_view>({
    "abc",
    "3-2-501",
    "张三",
    "欧阳安宁",
    "𠮷野家",
    "〇一二",
    "ＡＢ１２",
    "～（）《》“”‘’",
    "，。、；：！？",
    "3号楼2单元501室",
    "é",
    "e\u0301",
    "n\u0303o\u0308",
    "a\u200bb",
    "ｱ",
    "한국",
    "\u1100\u1161",
    "ไทย",
    "Ж",
    "…",
    "—",
    "·",
    "×",
    "÷",
    "①",
    "Ⅲ",
    "℃",
    "㎡",
    "㈱",
    "■□●○★",
    "█▏─",
    "😀",
    "👨‍👩‍👧",
    "🇨🇳",
    "🇨🇳🇨🇳",
    "家👨‍👩‍👧和😀",
    "血压 150/95，约周五复查",
});

/// A terminal that hands over each byte as it comes.
class RawTerminal {
 public:
  RawTerminal() : m_file{::open("/dev/tty", O_RDWR | O_CLOEXEC)} {
    ::tcgetattr(m_file, &m_before);
    auto raw = m_before;
    ::cfmakeraw(&raw);
    ::tcsetattr(m_file, TCSANOW, &raw);
  }
  RawTerminal(const RawTerminal&) = delete;
  RawTerminal& operator=(const RawTerminal&) = delete;
  ~RawTerminal() {
    ::tcsetattr(m_file, TCSANOW, &m_before);
    ::close(m_file);
  }

  void print(std::string_view text) const {
    while (!text.empty()) {
      const auto written = ::write(m_file, text.data(), text.size());
      if (written <= 0) return;
      text.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  /// Columns to the left of the cursor; the terminal answers `ESC [ row ; column R`.
  std::size_t columns_behind() const {
    print("\x1b[6n");
    std::string answer;
    for (char byte = 0; byte != 'R' && ::read(m_file, &byte, 1) == 1;) answer += byte;
    const auto at = answer.find(';');
    std::size_t column = 0;
    if (at != answer.npos)
      std::from_chars(answer.data() + at + 1, answer.data() + answer.size(), column);
    return column - 1;
  }

 private:
  int m_file;
  termios m_before{};
};

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  std::ofstream report{words[1]};
  const RawTerminal terminal;
  for (const auto text : k_texts) {
    terminal.print("\r\x1b[K");
    terminal.print(text);
    if (const auto columns = terminal.columns_behind(); columns != display_width(text))
      report << fmt::format("{} takes {} columns, not {}\n", text, columns, display_width(text));
  }
  report << fmt::format("{} texts\n", k_texts.size());
  return report.good() ? 0 : 1;
}
