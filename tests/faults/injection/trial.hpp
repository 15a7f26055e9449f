#pragma once

#include "faults/injection/commands.hpp"
#include "faults/injection/faults.hpp"
#include "faults/scene.hpp"

namespace gridvisit::faults {

/// In the file phrase.txt, for what is sealed.
inline constexpr std::string_view k_passphrase = "three fine words";

/// What a command left behind.
struct Effects {
  std::optional<std::int64_t> entry;  ///< last of the chain; nothing: no database
  std::optional<std::string> output;  ///< the file it writes, unsealed; nothing: no file

  bool operator==(const Effects&) const = default;
};

/// One command that writes, run again and again from the same state with a fault each time.
class Trial {
 public:
  /// Runs it once without a fault; that must succeed and do something.
  Trial(Scene& scene, const WritingCommand& command);
  ~Trial();

  /// Every fault at every position that it can hit, once and sticky.
  std::vector<Injection> injections() const;
  /// What is wrong after the command ran with the fault; empty if all is as it must be.
  std::string complaint_about(const Injection& injection);
  /// How many calls have been hit.
  std::size_t hits() const { return m_hits; }

 private:
  std::filesystem::path database() const;
  Effects effects() const;
  std::optional<std::string> output() const;
  std::string debris(const Call& hit, bool may_keep_copy) const;
  std::string what_is_wrong(int code, const Injection& injection, const std::optional<Call>& hit);
  std::string wrong_ending(int code, const Injection& injection, const Call& hit) const;
  std::string wrong_effects(int code, const Injection& injection, const Call& hit) const;
  std::string wrong_later();
  std::string wrong_repeated();

  Scene& m_scene;
  WritingCommand m_command;
  Files m_before_files;
  std::optional<Program> m_program;
  std::vector<Call> m_calls;
  Effects m_before;
  Effects m_after;
  std::size_t m_hits = 0;
};

}  // namespace gridvisit::faults
