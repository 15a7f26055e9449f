#pragma once

#include <string>

#include "gridvisit/usecase/correct_visit.hpp"
#include "gridvisit/usecase/round_stops.hpp"

#include "context.hpp"
#include "round/card.hpp"
#include "round/walk.hpp"

namespace gridvisit::cli {

/// A round at work on the database, however its keys come. Each wish of the walk is a use case of
/// its own, in a transaction of its own, as if `add` or `undo` had been called.
class RoundSession {
 public:
  /// Where the walk begins is settled by what is on record of the request's day.
  RoundSession(usecase::RoundRequest request, Mode usual, Context& context);

  Walk& walk() { return m_walk; }
  Context& context() { return m_context; }
  /// Does what the walk wishes and says what came of it; false if it is to be left. An Error has
  /// saved nothing, and the walk stands where it was.
  bool fulfil(const Wish& wish);
  /// Of the household where the walk stands.
  const StopText& text();
  /// How to go on, when the round is left.
  void say_farewell();

 private:
  void save(const SaveVisit& wish);
  void find_last();
  void void_last();
  usecase::Correction correction() const;

  Context& m_context;
  usecase::RoundRequest m_request;
  std::size_t m_more = 0;  // due, and not in this round
  Walk m_walk;
  StopText m_text;
  std::string m_text_of;  // code of the household that m_text is of
  VisitId m_last;         // that void_last() voids
  std::size_t m_saved = 0;
};

}  // namespace gridvisit::cli
