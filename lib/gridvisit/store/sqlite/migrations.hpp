#pragma once

#include <span>

namespace gridvisit::store::sqlite {

/// The scripts of migrations/, in order: the n-th leads from schema n - 1 to schema n.
std::span<const char* const> migrations();

}  // namespace gridvisit::store::sqlite
