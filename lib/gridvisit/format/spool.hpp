#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "gridvisit/format/byte_source.hpp"

namespace gridvisit::format {

/// Keeps bytes for who takes them later, and perhaps slowly: in memory while they are few, then in
/// a temporary file without a name.
class Spool {
 public:
  /// Error(io) if there is no room for them.
  void write(std::string_view bytes);
  /// All of them, in their order. Nothing may be written afterwards.
  void hand_on(const ByteSink& sink);

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  void move_to_file();

  std::string m_bytes;
  std::unique_ptr<std::FILE, Closer> m_file;
};

}  // namespace gridvisit::format
