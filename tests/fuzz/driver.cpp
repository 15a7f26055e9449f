// Hands libFuzzer's inputs to the target that this program is built for.
#include <cstddef>
#include <cstdint>

#include "fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  gridvisit::fuzz::GRIDVISIT_FUZZ_TARGET({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
