#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gridvisit/domain/visit.hpp"

#include "round/key.hpp"

namespace gridvisit::cli {

/// One household of a round.
struct Stop {
  enum class State { open, skipped, done };

  std::string household;  ///< code
  State state = State::open;
  std::string visit = {};  ///< what was saved of today's last visit; empty: nothing
};

/// Which key of a round means what: the same in every language.
struct ModeKey {
  char key;
  Mode mode;
};
struct OutcomeKey {
  char key;
  Outcome outcome;
};
inline constexpr std::array k_mode_keys{ModeKey{'1', Mode::door},   ModeKey{'2', Mode::outside},
                                        ModeKey{'3', Mode::office}, ModeKey{'4', Mode::video},
                                        ModeKey{'5', Mode::phone},  ModeKey{'6', Mode::message}};
inline constexpr std::array k_outcome_keys{
    OutcomeKey{'m', Outcome::met}, OutcomeKey{'a', Outcome::absent},
    OutcomeKey{'r', Outcome::refused}, OutcomeKey{'v', Outcome::vacant}};

/// What a key asks to be done outside of the walk.
struct SaveVisit {
  Mode mode = Mode::door;
  Outcome outcome = Outcome::met;
  std::string note;
};
struct FindLast {};  ///< the visit that undo would void; ask() is to follow
struct VoidLast {};  ///< what ask() has named
struct Leave {};
struct Unknown {};  ///< no key of a round
using Wish = std::variant<std::monostate, SaveVisit, FindLast, VoidLast, Leave, Unknown>;

/// A round from household to household: keys in, wishes out. It saves nothing itself; saved(),
/// ask() and voided() tell it what became of its wishes.
class Walk {
 public:
  enum class Phase { visiting, noting, confirming, reading_help };

  /// Visits are made in `usual` mode unless a key says otherwise. The walk begins at the first
  /// household that is open.
  Walk(std::vector<Stop> stops, Mode usual);

  Wish press(const Key& key);

  /// The current household is done; the next open one follows, and those that were skipped when
  /// no other is left.
  void saved(std::string visit);
  /// Undo would void this visit: the next key decides.
  void ask(std::string visit);
  /// Its household is open again, and the current one if it is of this round.
  void voided(std::string_view household);

  /// Nothing: every household is done.
  const Stop* stop() const;
  std::size_t position() const { return m_at; }
  const std::vector<Stop>& stops() const { return m_stops; }
  std::size_t count(Stop::State state) const;
  Phase phase() const { return m_phase; }
  Mode mode() const { return m_mode; }
  const std::string& note() const { return m_note; }
  const std::string& typed() const { return m_typed; }  ///< while a note is typed
  const std::string& asked() const { return m_asked; }

 private:
  Wish press_in_visit(const Key& key);
  Wish press_in_note(const Key& key);
  Wish press_letter(char letter);
  void arrive(std::size_t at);
  void go_on();
  void go_back();
  void skip();

  std::vector<Stop> m_stops;
  std::size_t m_at = 0;  // stops().size(): all done
  Phase m_phase = Phase::visiting;
  Mode m_usual;
  Mode m_mode;
  std::string m_note;
  std::string m_typed;
  std::string m_asked;
};

}  // namespace gridvisit::cli
