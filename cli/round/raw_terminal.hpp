#pragma once

#include <csignal>
#include <cstddef>

#include <termios.h>

#include "round/key.hpp"

namespace gridvisit::cli {

/// The terminal at the standard input, for as long as this lives: keys come one by one and are not
/// shown. Signals that end the program, or tell of another size, wait until a key is asked for, so
/// that nothing is broken off; then they are keys themselves. All is as before when it is gone.
class RawTerminal {
 public:
  RawTerminal();
  RawTerminal(const RawTerminal&) = delete;
  RawTerminal& operator=(const RawTerminal&) = delete;
  ~RawTerminal();

  /// Waits for a key.
  Key next_key();
  /// Forgets what was typed before now.
  void forget_typed();

 private:
  void enter() const;

  termios m_before{};
  sigset_t m_mask_before{};
  KeyDecoder m_decoder;
};

struct TerminalSize {
  std::size_t columns = 80;
  std::size_t rows = 24;
};
TerminalSize terminal_size();

}  // namespace gridvisit::cli
