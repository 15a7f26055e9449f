#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gridvisit/base/message.hpp"
#include "gridvisit/base/work.hpp"
#include "gridvisit/domain/erasure.hpp"
#include "gridvisit/store/changes.hpp"
#include "gridvisit/store/closings.hpp"
#include "gridvisit/store/facts.hpp"
#include "gridvisit/store/holidays.hpp"
#include "gridvisit/store/members.hpp"
#include "gridvisit/store/register.hpp"
#include "gridvisit/store/visits.hpp"

namespace gridvisit::store {

/// A policy file as it was loaded.
struct StoredPolicy {
  std::string name;
  Day from;
  std::string toml;
  std::chrono::sys_seconds loaded_at;
};

class Policies {
 public:
  virtual ~Policies() = default;

  virtual std::vector<StoredPolicy> all() const = 0;  ///< in the order they were loaded
  virtual void add(const StoredPolicy& policy) = 0;
};

/// What was erased, and when it was: by the audit entry that wrote it.
class Erasures {
 public:
  virtual ~Erasures() = default;

  virtual std::vector<Erasure> all() const = 0;  ///< in the order they were made
  /// Removes the texts and their salts; the digests stay, so that the chain still verifies.
  virtual ErasureId add(const Erasure& erasure) = 0;
};

/// One committed operation in the audit chain.
struct AuditEntry {
  std::int64_t sequence = 0;    ///< from 1, without gaps
  std::chrono::sys_seconds at;  ///< by the machine's clock
  std::string actor;            ///< operating system's user
  std::string worker;           ///< code of the worker named, may be empty
  std::string operation;        ///< add, void, import visits, …
  std::string reference;        ///< what it touched
  std::string content_hash;     ///< SHA-256 over the facts as it left them, hexadecimal
  std::string hash;             ///< SHA-256 over this entry and the hash before it
};

class Audit {
 public:
  virtual ~Audit() = default;

  /// The last entry: the version of the data. A new store has one, of its making.
  virtual AuditEntry head() const = 0;
  virtual std::optional<AuditEntry> find(std::int64_t sequence) const = 0;
  /// The entries from `first` on, oldest first; `see` returns false to stop.
  virtual void each(std::int64_t first,
                    const std::function<bool(const AuditEntry&)>& see) const = 0;
  /// Of the entries after `sequence`, oldest first, those that changed what figures rest on besides
  /// visits: areas, assignments, leave, residences, categories, tags, patrols, policies, holidays.
  virtual void each_change_of_ground(std::int64_t sequence,
                                     const std::function<bool(const AuditEntry&)>& see) const = 0;
  /// Recomputes the whole chain and everything that it vouches for, in time proportional to the
  /// history and in constant memory. `see` is told each record or entry that is not as it was
  /// written; nothing if all is.
  virtual void verify(const std::function<void(const Message&)>& see,
                      const Onlooker& onlooker) const = 0;
};

/// Names an entry by its number and its hash, or the beginning of it.
struct HeadName {
  std::int64_t sequence = 0;
  std::string hash;
};
/// `seq:hash` with the first 12 digits of the hash, as printed on reports.
std::string short_head(const HeadName& head);
std::string short_head(const AuditEntry& entry);
/// From `seq:hash` with 12 to 64 digits of the hash; nothing if it is none.
std::optional<HeadName> parse_head(std::string_view text);

/// What a session did, for its audit entry.
struct Operation {
  std::string name;
  std::string reference;
};

/// One consistent view of the data: everything read through it is of one moment. A const session
/// only reads. A session that is destroyed without commit() has changed nothing.
class Session {
 public:
  virtual ~Session() = default;

  virtual const Areas& areas() const = 0;
  virtual const Workers& workers() const = 0;
  virtual const Households& households() const = 0;
  virtual const Categories& categories() const = 0;
  virtual const Visits& visits() const = 0;
  virtual const Policies& policies() const = 0;
  virtual const Erasures& erasures() const = 0;
  virtual const Members& members() const = 0;
  virtual const Holidays& holidays() const = 0;
  virtual const Closings& closings() const = 0;
  virtual const Facts& facts() const = 0;
  virtual const Changes& changes() const = 0;
  virtual const Audit& audit() const = 0;

  virtual Areas& areas() = 0;
  virtual Workers& workers() = 0;
  virtual Households& households() = 0;
  virtual Categories& categories() = 0;
  virtual Visits& visits() = 0;
  virtual Policies& policies() = 0;
  virtual Erasures& erasures() = 0;
  virtual Members& members() = 0;
  virtual Holidays& holidays() = 0;
  virtual Closings& closings() = 0;
  virtual Changes& changes() = 0;

  /// Another view of the very same moment, for another thread. Nothing from a session that writes,
  /// and if there can't be one, as while a writer waits for the readers to be done.
  virtual std::unique_ptr<const Session> beside() const = 0;

  /// Writes the audit entry, makes everything durable, and gives the new head. Throws if that
  /// did not happen; Error(io) says if it is unknown whether it did. Once only. Waits until the
  /// readers that are at work are done: never hold a read() across it in the same thread.
  virtual AuditEntry commit(const Operation& operation) = 0;
};

/// Who writes, and when by the machine's clock.
struct Authorship {
  std::string actor;
  std::string worker;
  std::chrono::sys_seconds at;
};

class Store {
 public:
  virtual ~Store() = default;

  virtual std::unique_ptr<const Session> read() = 0;
  /// Waits for its turn among writers; Error(busy) past the timeout, naming the holder.
  virtual std::unique_ptr<Session> write(const Authorship& authorship) = 0;
};

/// How long a session waits for others by default.
inline constexpr std::chrono::seconds k_usual_patience{60};

/// Opens an existing database after the checks of reliability: Error(usage) for a name that is
/// not a plain path, Error(not_found), Error(permission), Error(version), Error(damaged).
std::unique_ptr<Store> open(const std::filesystem::path& path,
                            std::chrono::seconds patience = k_usual_patience);

/// Makes a new database with the built-in categories; Error(refused) if the path exists.
std::unique_ptr<Store> create(const std::filesystem::path& path, const Authorship& authorship);

}  // namespace gridvisit::store
