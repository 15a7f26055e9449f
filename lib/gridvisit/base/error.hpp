#pragma once

#include <exception>
#include <string>
#include <vector>

#include "gridvisit/base/message.hpp"

namespace gridvisit {

/// Why a command could not do its work. The values are the program's exit codes.
enum class ErrorKind {
  usage = 2,       ///< unknown option, bad argument
  not_found = 3,   ///< no such record, or several (the candidates are named)
  refused = 4,     ///< invalid or conflicting data
  busy = 5,        ///< another writer held the database past the timeout
  io = 6,          ///< disk full, cannot read or write
  damaged = 7,     ///< damaged or tampered database
  permission = 8,  ///< no permission, unsafe file
  version = 9,     ///< wrong version or not a database of this program
};

/// The one exception of the library: what happened, what to do about it (may be empty), and for
/// `not_found` the candidates. Unless `what` says otherwise, nothing was changed.
class Error : public std::exception {
 public:
  Error(ErrorKind kind, Message what, Message hint = {}, std::vector<std::string> candidates = {});

  ErrorKind kind() const { return m_kind; }
  const Message& message() const { return m_message; }
  const Message& hint() const { return m_hint; }
  const std::vector<std::string>& candidates() const { return m_candidates; }
  const char* what() const noexcept override { return m_english.c_str(); }

 private:
  ErrorKind m_kind;
  Message m_message;
  Message m_hint;
  std::vector<std::string> m_candidates;
  std::string m_english;
};

/// Throws Error(refused).
[[noreturn]] void refuse(Message what, Message hint);
/// Throws Error(usage).
[[noreturn]] void throw_usage(Message what, Message hint);

}  // namespace gridvisit
