#pragma once

#include <functional>
#include <string>

#include "compliance/town.hpp"

namespace gridvisit::town {

PolicyBook book_of(const Town& town);

/// Tries `differs`, which gives what differs between the engine and the brute-force count of a
/// town, on many towns (far more if GRIDVISIT_LONG is set). What fails is made small before it is
/// shown with its seed.
void check_towns(const std::function<std::string(const Town&)>& differs);

}  // namespace gridvisit::town
