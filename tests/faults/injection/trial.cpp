#include "faults/injection/trial.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/maintenance.hpp"
#include "gridvisit/store/sealing.hpp"

namespace gridvisit::faults {
namespace {

constexpr int k_killed = 128 + 9;
constexpr std::string_view k_old_output = "what was there before\n";

/// How the program ends when a disk fails: busy, input/output, permission. (Whether a lock can't
/// be had because of somebody else, SQLite doesn't tell.)
constexpr std::array k_honest_codes{5, 6, 8};

std::string unsealed(std::string_view bytes) {
  std::string text;
  const auto source = [&](std::span<char> into) {
    const auto size = bytes.copy(into.data(), into.size());
    bytes.remove_prefix(size);
    return size;
  };
  store::unseal(source, k_passphrase, [&](std::string_view part) { text += part; });
  return text;
}

bool says(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

/// What the program says became of something.
enum class Claim { done, not_done, unknown };

struct Claims {
  Claim facts;
  Claim output;
};

/// `said` is empty if stderr was what failed.
Claims claims_of(int code, const std::optional<std::string>& said) {
  if (said && says(*said, "could not be put on record")) return {Claim::unknown, Claim::done};
  if (code == 0) return {Claim::done, Claim::done};
  if (code == k_killed || !said || says(*said, "it is not known whether") ||
      says(*said, "did not confirm it"))
    return {Claim::unknown, Claim::unknown};
  const bool is_named = says(*said, "stands under its name");
  if (says(*said, "don't repeat it")) return {Claim::done, is_named ? Claim::done : Claim::unknown};
  if (says(*said, "Nothing was restored") || says(*said, "Nothing was migrated"))
    return {Claim::not_done, Claim::not_done};
  if (is_named) return {Claim::unknown, Claim::done};
  return {Claim::not_done, Claim::not_done};
}

template <class State>
bool holds(Claim claim, const State& left, const State& before, const State& after) {
  return (claim != Claim::done && left == before) || (claim != Claim::not_done && left == after);
}

/// Replacing a file takes two calls. Between them the new one stands, whole, under a name that the
/// next replacement takes away.
bool is_waiting(const std::string& name, const Call& hit) {
  if (hit.number < 0) return false;
  const auto call = kind_of(hit).name;
  return name.ends_with(".new") && (call == "linkat" || call == "rename");
}

}  // namespace

Trial::Trial(Scene& scene, const WritingCommand& command) : m_scene{scene}, m_command{command} {
  m_before_files = scene.kept();
  if (command.over_old_output) m_before_files[std::string{command.output}] = k_old_output;
  put_files(m_scene.town(), m_before_files);
  m_before = effects();
  m_program.emplace(m_scene.command_line(command.line));
  Listener listener;
  if (m_program->run(listener) != 0)
    throw std::runtime_error{std::string{command.line} + ": " + m_scene.sandbox().read(".err")};
  m_calls = listener.calls();
  m_after = effects();
  if (m_after == m_before) throw std::runtime_error{std::string{command.line} + " does nothing"};
}

Trial::~Trial() {
  m_scene.restore();
}

std::vector<Injection> Trial::injections() const {
  std::vector<Injection> all;
  for (std::size_t position = 0; position < m_calls.size(); ++position)
    for (const auto fault : k_faults) {
      if (!can_hit(fault, m_calls[position])) continue;
      all.push_back({fault, position, false});
      if (can_stay(fault)) all.push_back({fault, position, true});
    }
  return all;
}

/// `init` and `migrate` work on one of their own.
std::filesystem::path Trial::database() const {
  return m_command.output.ends_with(".db") ? m_scene.town() / m_command.output : m_scene.database();
}

Effects Trial::effects() const {
  return {last_entry(database()), output()};
}

std::optional<std::string> Trial::output() const {
  if (m_command.output.empty() || m_command.output.ends_with(".db")) return std::nullopt;
  const auto files = files_in(m_scene.town());
  const auto file = files.find(std::string{m_command.output});
  if (file == files.end()) return std::nullopt;
  return store::is_sealed(file->second) ? unsealed(file->second) : file->second;
}

/// Files that are neither what was there, nor the database and what stands beside it, nor what the
/// command was to write.
std::string Trial::debris(const Call& hit, bool may_keep_copy) const {
  std::string names;
  for (const auto& [name, bytes] : files_in(m_scene.town()))
    if (!m_before_files.contains(name) && !name.starts_with(database().filename().string()) &&
        name != m_command.output && !is_waiting(name, hit) &&
        !(may_keep_copy && name.ends_with(".tmp")))
      names += " " + name;
  return names;
}

std::string Trial::wrong_ending(int code, const Injection& injection, const Call& hit) const {
  const auto said = m_scene.sandbox().read(".err");
  if (kills(injection.fault) != (code == k_killed)) return fmt::format("ended with {}", code);
  if (code == 0 || code == k_killed) return {};
  if (std::ranges::count(k_honest_codes, code) == 0)
    return fmt::format("ended with {}: {}", code, said);
  const bool can_speak = !is_answer(hit) || hit.descriptor() != 2;
  return can_speak && said.empty() ? "failed in silence" : "";
}

std::string Trial::wrong_effects(int code, const Injection& injection, const Call& hit) const {
  const auto text = m_scene.sandbox().read(".err");
  const bool can_speak = !is_answer(hit) || hit.descriptor() != 2;
  auto claims = claims_of(code, can_speak ? std::optional{text} : std::nullopt);
  if (m_command.records_first && claims.facts == Claim::not_done) claims.facts = Claim::unknown;
  const auto left = effects();
  if (!holds(claims.facts, left.entry, m_before.entry, m_after.entry))
    return fmt::format("ended with {} and this is not so: {}", code, text);
  if (!holds(claims.output, left.output, m_before.output, m_after.output))
    return fmt::format("ended with {}, and the output is not as told: {}", code, text);
  const bool may_keep_copy =
      m_command.works_on_copy && (kills(injection.fault) || injection.sticky);
  if (const auto names = debris(hit, may_keep_copy); !names.empty()) return "debris:" + names;
  return {};
}

/// The next commands must find all in order.
std::string Trial::wrong_later() {
  if (last_entry(database())) {
    if (auto damage = damage_in(database()); !damage.empty()) return damage;
    if (!store::schema_versions(database()).is_newest()) return wrong_repeated();
    write_again(database());
  }
  for (const auto& [name, bytes] : files_in(m_scene.town()))
    if (name.ends_with(".new")) return wrong_repeated();
  return {};
}

/// A file that waits for its name is taken away when the command is given again, and what was not
/// done is done.
std::string Trial::wrong_repeated() {
  Listener listener;
  const int code = m_program->run(listener);
  if (code != 0) return fmt::format("the command given again ends with {}", code);
  if (const auto names = debris({}, m_command.works_on_copy); !names.empty())
    return "debris that stays:" + names;
  return {};
}

std::string Trial::what_is_wrong(int code, const Injection& injection,
                                 const std::optional<Call>& hit) {
  if (!hit) return "the fault did not come to pass";
  try {
    auto wrong = wrong_ending(code, injection, *hit);
    if (wrong.empty()) wrong = wrong_effects(code, injection, *hit);
    if (wrong.empty()) wrong = wrong_later();
    return wrong;
  } catch (const Error& error) {
    return std::string{"the next command fails: "} + error.what();
  }
}

std::string Trial::complaint_about(const Injection& injection) {
  put_files(m_scene.town(), m_before_files);
  Injector injector{injection};
  const int code = m_program->run(injector);
  const auto complaint = what_is_wrong(code, injection, injector.hit());
  if (injector.hit()) ++m_hits;
  if (complaint.empty()) return {};
  const auto& call = m_calls[injection.position];
  return fmt::format("gridvisit {}\n  {}{} at position {} ({}, first argument {}): {}",
                     m_command.line, name_of(injection.fault),
                     injection.sticky ? " from then on" : "", injection.position,
                     kind_of(call).name, call.arguments[0], complaint);
}

}  // namespace gridvisit::faults
