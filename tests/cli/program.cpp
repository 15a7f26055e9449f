#include "cli/program.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gridvisit::tests {
namespace {

namespace fs = std::filesystem;

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (auto& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::string whole_file(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

int open_or_exit(const fs::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags, 0600);
  if (descriptor < 0) ::_exit(127);
  return descriptor;
}

}  // namespace

Sandbox::Sandbox() {
  m_environment = {{"HOME", folder()},
                   {"XDG_CONFIG_HOME", folder() / "config"},
                   {"XDG_DATA_HOME", folder() / "data"},
                   {"PATH", fs::path{GRIDVISIT_PROGRAM}.parent_path().string() + ":/usr/bin:/bin"},
                   {"TZ", "UTC"},
                   {"LC_ALL", "C.UTF-8"}};
}

std::vector<std::string> Sandbox::environment() const {
  std::vector<std::string> variables;
  for (const auto& [variable, value] : m_environment) variables.push_back(variable + "=" + value);
  return variables;
}

void Sandbox::set(const std::string& variable, const std::string& value) {
  m_environment[variable] = value;
}

void Sandbox::write(const fs::path& name, std::string_view text) const {
  fs::create_directories((m_folder / name).parent_path());
  std::ofstream{m_folder / name, std::ios::binary} << text;
}

std::string Sandbox::read(const fs::path& name) const {
  return whole_file(m_folder / name);
}

Ran Sandbox::execute(std::vector<std::string> words, std::string_view input) const {
  write(".in", input);
  auto variables = environment();
  const auto word_pointers = pointers_to(words);
  const auto environment_pointers = pointers_to(variables);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (::chdir(folder().c_str()) != 0) ::_exit(127);
    ::dup2(open_or_exit(".in", O_RDONLY | O_CLOEXEC), 0);
    ::dup2(open_or_exit(".out", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC), 1);
    ::dup2(open_or_exit(".err", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC), 2);
    ::execve(words.front().c_str(), word_pointers.data(), environment_pointers.data());
    ::_exit(127);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, read(".out"), read(".err")};
}

Ran Sandbox::run(std::string_view line, std::string_view input) const {
  auto words = words_of(line);
  words.insert(words.begin(), GRIDVISIT_PROGRAM);
  return execute(std::move(words), input);
}

Ran Sandbox::shell(const std::string& script) const {
  return execute({"/bin/bash", "-c", script}, {});
}

Ran Sandbox::must(std::string_view line, std::string_view input) const {
  auto ran = run(line, input);
  INFO("gridvisit ", line, "\n", ran.out, ran.err);
  REQUIRE(ran.code == 0);
  return ran;
}

void check(const Sandbox& sandbox, std::span<const Case> cases) {
  const auto agrees = [](const std::string& printed, std::string_view wanted) {
    return wanted == nothing ? printed.empty() : printed.find(wanted) != std::string::npos;
  };
  for (const auto& [line, code, out, err, input] : cases) {
    const auto ran = sandbox.run(line, input);
    INFO("gridvisit ", line);
    INFO("stdout: ", ran.out);
    INFO("stderr: ", ran.err);
    CHECK(ran.code == code);
    CHECK_MESSAGE(agrees(ran.out, out), "stdout lacks: ", out);
    CHECK_MESSAGE(agrees(ran.err, err), "stderr lacks: ", err);
  }
}

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  char quote = '\0';
  bool in_word = false;
  for (const char c : line) {
    if (quote != '\0' ? c == quote : c == '\'' || c == '"') {
      quote = quote == '\0' ? c : '\0';
      if (!in_word) words.emplace_back();
      in_word = true;
    } else if (c == ' ' && quote == '\0') {
      in_word = false;
    } else {
      if (!in_word) words.emplace_back();
      in_word = true;
      words.back() += c;
    }
  }
  return words;
}

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> result;
  std::istringstream stream{std::string{text}};
  for (std::string line; std::getline(stream, line);) result.push_back(line);
  return result;
}

}  // namespace gridvisit::tests
