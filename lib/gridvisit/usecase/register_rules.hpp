#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gridvisit/base/message.hpp"
#include "gridvisit/store/store.hpp"

/// The rules of the domain that whatever writes the register keeps, by hand or by import. Each
/// check reads the session and throws Error(refused) that says what to do. A record with an id is
/// one that is being changed: it is never compared with itself.
namespace gridvisit::usecase {

enum class Lines { one, many };

/// `text` as a field keeps it: without spaces around it, canonically composed. Error(refused),
/// naming `field`, if it is not UTF-8, holds control or bidirectional characters (newlines and tabs
/// are allowed where `lines` is many), or is longer than a field may be (10,000 bytes).
std::string field_text(const TextId& field, std::string_view text, Lines lines = Lines::one);

/// From `from` (or from the beginning) until `until` (or further notice), both included;
/// Error(refused) if it would end before it begins.
DayRange days_between(std::optional<Day> from, std::optional<Day> until);

/// The days for a sentence: `2026-10-05 .. 2026-10-20`, an open end left out, or "always".
Message::Argument spoken_days(const DayRange& days);

/// Valid and not taken by another area; its parent is there, is not below it, and has never held
/// households, workers or patrols of its own.
void check_area(const store::Session& session, const Area& area);
void check_worker(const store::Session& session, const Worker& worker);
void check_household(const store::Session& session, const Household& household);
void check_category(const store::Session& session, const Category& category);

/// Residences of a household don't overlap.
void check_residence(const store::Session& session, const Residence& residence);
/// A household has a category once at a time.
void check_tag(const store::Session& session, const Tag& tag);
/// A worker is on leave once at a time.
void check_leave(const store::Session& session, const Leave& leave);
/// The area is a grid; it has one responsible worker on any day (norm R4), and no worker twice in
/// one role.
void check_assignment(const store::Session& session, const Assignment& assignment);

}  // namespace gridvisit::usecase
