#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/domain/ids.hpp"
#include "gridvisit/store/sqlite/query.hpp"

/// The index by which a part of a code, name or address is found without reading all households:
/// which pairs of neighbouring characters (folded) occur in which block of households.
namespace gridvisit::store::sqlite {

/// What a household is known by, as it stands in the database.
struct IndexedTexts {
  HouseholdId id;
  std::string code, name, address;

  friend bool operator==(const IndexedTexts&, const IndexedTexts&) = default;
};

IndexedTexts indexed_texts(Statements& statements, HouseholdId household);

/// Of a household that is new.
void add_pairs(Statements& statements, const IndexedTexts& texts);
/// Of a household that stands in the database by now and was known by `before` until then.
void renew_pairs(Statements& statements, const IndexedTexts& before);
/// Of all households, where there are no pairs yet.
void fill_pairs(Statements& statements);
/// Whether the pairs are those of the households, neither more nor less.
bool are_pairs_sound(Statements& statements);

/// The blocks in which every pair of the text occurs, upwards; its households may still not hold
/// the text itself. A text of a single character has no pair: nothing is told.
std::optional<std::vector<std::int64_t>> blocks_that_may_hold(Statements& statements,
                                                              std::string_view folded);

/// The ids of a block.
struct Block {
  HouseholdId first, last;
};
Block block_numbered(std::int64_t number);

/// What the households of a block are known by, its ids from :first to :last.
inline constexpr auto* k_texts_of_block = R"sql(
  SELECT id, code, name, address FROM household WHERE id BETWEEN :first AND :last)sql";

}  // namespace gridvisit::store::sqlite
