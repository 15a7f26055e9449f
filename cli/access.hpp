#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "gridvisit/domain/member.hpp"

#include "app.hpp"
#include "command.hpp"
#include "context.hpp"

/// Who may do what in a database that has members. The one table of it stands in access.cpp; the
/// one place where it is applied is run_command() in app.cpp.
namespace gridvisit::cli {

/// The least authority that the command needs; nothing if it opens no database. What is not in the
/// table is for administrators.
std::optional<Authority> authority_needed(std::string_view command);
/// What one of its options needs more than the command itself does, if anything.
std::optional<Authority> authority_needed(std::string_view command, std::string_view option);

/// Who types, whatever the environment says.
struct Caller {
  std::uint32_t uid = k_no_uid;
  std::function<Account()> account;  ///< asked when it is needed
  bool by_sudo = false;              ///< another account called sudo
  /// Called sudo to be served by an account that keeps the database for others, and says so in its
  /// own config file.
  bool served = false;
  std::uint32_t runs_as = 0;  ///< uid, where served
};
/// SUDO_UID is believed only by an account that serves others: sudo sets it, and who can run that
/// account in another way owns its files anyway.
Caller caller_of(const World& world);

/// What the environment may say where the account of `world` serves others: nothing about its
/// database and settings, which are its own.
Environment safe_environment(const World& world);

/// Error(permission) unless the caller may run the command on the database of the context. Then
/// the context knows the authority, and whom a worker acts as.
void authorize(const Command& command, const Arguments& arguments, const Caller& caller,
               Context& context);

}  // namespace gridvisit::cli
