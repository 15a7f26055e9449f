#include "gridvisit/store/sqlite/household_pairs.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

#include "gridvisit/base/text.hpp"

namespace gridvisit::store::sqlite {
namespace {

/// Blocks of 64 ids: neighbours share most of their pairs, so that this index is far smaller than
/// one of single households, and a block is a few pages.
constexpr int k_block_bits = 6;

constexpr auto* k_one = "SELECT id, code, name, address FROM household WHERE id = :id";
constexpr auto* k_all_pairs = "SELECT id, code, name, address FROM household ORDER BY id";
constexpr auto* k_insert_pair = R"sql(
  INSERT OR IGNORE INTO household_pair (pair, block) VALUES (:pair, :block))sql";
constexpr auto* k_delete = "DELETE FROM household_pair WHERE pair = :pair AND block = :block";
constexpr auto* k_blocks = "SELECT block FROM household_pair WHERE pair = :pair ORDER BY block";
constexpr auto* k_pairs = "SELECT pair, block FROM household_pair";

using Pairs = std::set<std::string, std::less<>>;

std::int64_t block_of(HouseholdId household) {
  return household.value >> k_block_bits;
}

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::size_t end_of_character(std::string_view text, std::size_t begin) {
  const auto* const end = std::find_if(text.begin() + begin + 1, text.end(), begins_character);
  return static_cast<std::size_t>(end - text.begin());
}

void collect(std::string_view folded, Pairs& pairs) {
  if (folded.empty()) return;
  for (std::size_t first = 0, second = end_of_character(folded, 0); second < folded.size();) {
    const auto end = end_of_character(folded, second);
    pairs.emplace(folded.substr(first, end - first));
    first = std::exchange(second, end);
  }
}

void collect(const IndexedTexts& texts, Pairs& pairs) {
  for (const auto& text : {texts.code, texts.name, texts.address}) collect(fold(text), pairs);
}

Pairs pairs_of(const IndexedTexts& texts) {
  Pairs pairs;
  collect(texts, pairs);
  return pairs;
}

IndexedTexts read_texts(Query& row) {
  IndexedTexts texts;
  texts.id = row.id<HouseholdId>();
  for (auto* text : {&texts.code, &texts.name, &texts.address}) *text = row.text();
  return texts;
}

Pairs pairs_in_block(Statements& statements, std::int64_t number) {
  const auto block = block_numbered(number);
  Query query{statements, k_texts_of_block};
  query.bind(":first", block.first).bind(":last", block.last);
  Pairs pairs;
  while (query.next()) collect(read_texts(query), pairs);
  return pairs;
}

void insert(Statements& statements, const Pairs& pairs, std::int64_t block) {
  for (const auto& pair : pairs)
    Query{statements, k_insert_pair}.bind(":pair", pair).bind(":block", block).run();
}

/// Shows the pairs of each block, as its households have them.
void each_block(Statements& statements,
                const std::function<void(const Pairs&, std::int64_t block)>& see) {
  Query query{statements, k_all_pairs};
  Pairs pairs;
  std::optional<std::int64_t> block;
  while (query.next()) {
    const auto texts = read_texts(query);
    const auto next = block_of(texts.id);
    if (block && *block != next) see(std::exchange(pairs, {}), *block);
    block = next;
    collect(texts, pairs);
  }
  if (block) see(pairs, *block);
}

/// A sum over pairs, the same in whatever order they come.
class PairSum {
 public:
  void add(std::string_view pair, std::int64_t block) {
    ++m_count;
    m_sum += std::hash<std::string>{}(std::to_string(block) + std::string{pair});
  }
  friend bool operator==(const PairSum&, const PairSum&) = default;

 private:
  std::size_t m_count = 0, m_sum = 0;
};

}  // namespace

IndexedTexts indexed_texts(Statements& statements, HouseholdId household) {
  Query query{statements, k_one};
  if (!query.bind(":id", household).next()) return {household, {}, {}, {}};
  return read_texts(query);
}

void add_pairs(Statements& statements, const IndexedTexts& texts) {
  insert(statements, pairs_of(texts), block_of(texts.id));
}

void renew_pairs(Statements& statements, const IndexedTexts& before) {
  const auto now = indexed_texts(statements, before.id);
  if (now == before) return;
  const auto block = block_of(before.id);
  const auto kept = pairs_in_block(statements, block);
  for (const auto& pair : pairs_of(before))
    if (!kept.contains(pair))
      Query{statements, k_delete}.bind(":pair", pair).bind(":block", block).run();
  insert(statements, pairs_of(now), block);
}

void fill_pairs(Statements& statements) {
  each_block(statements,
             [&](const Pairs& pairs, std::int64_t block) { insert(statements, pairs, block); });
}

bool are_pairs_sound(Statements& statements) {
  PairSum wanted, found;
  each_block(statements, [&](const Pairs& pairs, std::int64_t block) {
    for (const auto& pair : pairs) wanted.add(pair, block);
  });
  Query query{statements, k_pairs};
  while (query.next()) {
    const auto pair = query.text();
    found.add(pair, query.number());
  }
  return wanted == found;
}

std::optional<std::vector<std::int64_t>> blocks_that_may_hold(Statements& statements,
                                                              std::string_view folded) {
  Pairs pairs;
  collect(folded, pairs);
  std::optional<std::vector<std::int64_t>> blocks;
  for (const auto& pair : pairs) {
    std::vector<std::int64_t> having, common;
    Query query{statements, k_blocks};
    query.bind(":pair", pair);
    while (query.next()) having.push_back(query.number());
    if (blocks) std::ranges::set_intersection(*blocks, having, std::back_inserter(common));
    blocks = blocks ? std::move(common) : std::move(having);
  }
  return blocks;
}

Block block_numbered(std::int64_t number) {
  const auto first = number << k_block_bits;
  return {{first}, {first | ((1 << k_block_bits) - 1)}};
}

}  // namespace gridvisit::store::sqlite
