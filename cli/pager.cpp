#include "pager.hpp"

#include <array>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "child.hpp"

namespace gridvisit::cli {
namespace {

void add_unless_set(std::vector<std::string>& environment, const char* name, const char* value) {
  if (std::getenv(name) == nullptr) environment.push_back(std::string{name} + "=" + value);
}

Program pager_wanted() {
  const char* chosen = std::getenv("PAGER");
  const char* pager = chosen != nullptr && *chosen != '\0' ? chosen : "less";
  auto environment = own_environment();
  add_unless_set(environment, "LESSCHARSET", "utf-8");
  add_unless_set(environment, "LESS", "FRX");
  return {"/bin/sh", {"sh", "-c", pager}, std::move(environment)};
}

}  // namespace

void Pager::start() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
  m_child = cli::start(pager_wanted(), {.input = ends[0]});
  if (m_child > 0) ::dup2(ends[1], STDOUT_FILENO);
  ::close(ends[0]);
  ::close(ends[1]);
}

void Pager::finish() {
  const auto child = std::exchange(m_child, 0);
  if (child <= 0) return;
  ::close(STDOUT_FILENO);
  wait_for(child);
}

}  // namespace gridvisit::cli
