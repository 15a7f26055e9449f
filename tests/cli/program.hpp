#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "temporary_folder.hpp"

/// Runs the built program in a temporary folder of its own, with nothing of the tester's
/// environment. Its home, config and data lie in the folder; its language is English.
namespace gridvisit::tests {

inline bool has(std::string_view text, std::string_view part) {
  return text.find(part) != text.npos;
}

struct Ran {
  int code = -1;
  std::string out;
  std::string err;
};

class Sandbox {
 public:
  Sandbox();

  const std::filesystem::path& folder() const { return m_folder.path(); }
  /// What the program is told, as `NAME=value`.
  std::vector<std::string> environment() const;
  void set(const std::string& variable, const std::string& value);
  void write(const std::filesystem::path& name, std::string_view text) const;
  std::string read(const std::filesystem::path& name) const;

  /// The words after `gridvisit` in one line: parted by spaces, '…' and "…" hold words together.
  Ran run(std::string_view line, std::string_view input = {}) const;
  /// As a shell runs it; `gridvisit` is the program.
  Ran shell(const std::string& script) const;
  /// Like run, but a code other than 0 fails the test at once.
  Ran must(std::string_view line, std::string_view input = {}) const;

 private:
  Ran execute(std::vector<std::string> words, std::string_view input) const;

  TemporaryFolder m_folder;
  std::map<std::string, std::string> m_environment;
};

/// Begins a shell script whose programs may take 400 MB. (The address sanitizer reserves more
/// address space than any limit that would show something: there it limits nothing.)
#ifdef __SANITIZE_ADDRESS__
inline constexpr std::string_view k_bounded_memory;
#else
inline constexpr std::string_view k_bounded_memory = "ulimit -v 400000; ";
#endif

/// One command line and what it must do. `out` and `err` are parts of what is printed; an empty
/// one asks for nothing, and `nothing` for silence.
struct Case {
  std::string_view line;
  int code = 0;
  std::string_view out = {};
  std::string_view err = {};
  std::string_view input = {};
};
inline constexpr std::string_view nothing = "<nothing>";

/// Runs the cases one after the other in one sandbox.
void check(const Sandbox& sandbox, std::span<const Case> cases);

/// The words of a line as Sandbox::run() takes it.
std::vector<std::string> words_of(std::string_view line);

/// The lines of a text.
std::vector<std::string> lines(std::string_view text);

}  // namespace gridvisit::tests
