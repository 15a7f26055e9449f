#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/calendar/day.hpp"
#include "gridvisit/domain/ids.hpp"

namespace gridvisit {

enum class Mode { door, outside, office, video, phone, message };
enum class Outcome { met, absent, refused, vacant };

inline constexpr std::array k_modes{Mode::door,  Mode::outside, Mode::office,
                                    Mode::video, Mode::phone,   Mode::message};
inline constexpr std::array k_outcomes{Outcome::met, Outcome::absent, Outcome::refused,
                                       Outcome::vacant};

std::string_view to_string(Mode mode);
std::string_view to_string(Outcome outcome);
/// The names above or their Chinese: 上门 面见 来访 视频 电话 短信/微信/消息.
std::optional<Mode> parse_mode(std::string_view text);
std::vector<std::string> mode_words();  ///< that parse_mode() knows
/// The names above or their Chinese: 见到/已见 不在/不在家/无人 拒访/拒绝 空户/空置.
std::optional<Outcome> parse_outcome(std::string_view text);
std::vector<std::string> outcome_words();

/// A time of day, minutes since midnight.
using TimeOfDay = std::chrono::minutes;
/// `09:30`, 00:00 to 23:59.
std::optional<TimeOfDay> parse_time_of_day(std::string_view text);
std::string time_to_string(TimeOfDay time);

/// What is said of one visit before it is on record.
struct VisitDraft {
  HouseholdId household;
  WorkerId worker;
  Day day;
  std::optional<TimeOfDay> time;
  Mode mode = Mode::door;
  Outcome outcome = Outcome::met;
  std::string note;
  std::optional<VisitId> replaces;  ///< the voided visit that this one corrects
};

/// A visit on record is never changed or deleted.
struct Visit {
  VisitId id;
  VisitDraft said;
  std::chrono::sys_seconds recorded_at;
};

/// Cancels one visit, which then counts for nothing and stays in the history.
struct Void {
  VisitId visit;
  std::chrono::sys_seconds at;
  std::string by;      ///< worker code, or the operating system's user
  std::string reason;  ///< never empty
};

enum class HalfDay { am, pm };

std::string_view to_string(HalfDay half);
/// The names above, or 上午 下午.
std::optional<HalfDay> parse_half_day(std::string_view text);
std::vector<std::string> half_day_words();  ///< that parse_half_day() knows

/// One round through a grid in a morning or an afternoon (norm V5).
struct Patrol {
  PatrolId id;
  AreaId grid;
  WorkerId worker;
  Day day;
  HalfDay half = HalfDay::am;
  std::string note;
};

}  // namespace gridvisit
