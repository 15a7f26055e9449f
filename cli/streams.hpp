#pragma once

#include <array>
#include <memory>
#include <streambuf>

namespace gridvisit::cli {

/// Gives every closed one of the descriptors 0 to 2 something harmless, so that no file opened
/// later takes its place; writing to it fails. Also lets a broken pipe, and a file that reaches the
/// limit of its size, be errors to report instead of signals that kill.
void make_standard_streams_safe();

/// Output to a descriptor that remembers why it failed.
class OutputBuffer : public std::streambuf {
 public:
  explicit OutputBuffer(int descriptor);

  int error() const { return m_error; }  ///< errno of the first failure; 0: none

 protected:
  int_type overflow(int_type next) override;
  int sync() override;

 private:
  int m_descriptor;
  int m_error = 0;
  using Buffer = std::array<char, 1 << 16>;
  // Not filled with zeros: a short answer then touches one page of it.
  std::unique_ptr<Buffer> m_buffer = std::make_unique_for_overwrite<Buffer>();
};

/// Columns of the terminal at the descriptor; 80 if it does not say.
std::size_t terminal_width(int descriptor);

}  // namespace gridvisit::cli
