#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/sqlite/groups.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_all_policies = R"sql(
  SELECT name, from_day, toml, loaded_at FROM policy ORDER BY id)sql";

constexpr auto* k_insert_policy = R"sql(
  INSERT INTO policy (name, from_day, toml, loaded_at, checksum, entry)
  VALUES (:name, :from, :toml, :loaded_at, :checksum, :entry))sql";

}  // namespace

std::vector<StoredPolicy> SqlitePolicies::all() const {
  Query query{m_page.statements, k_all_policies};
  std::vector<StoredPolicy> policies;
  while (query.next()) {
    auto& policy = policies.emplace_back();
    policy.name = query.text();
    const auto from = query.optional_number();
    policy.from = from ? Day{std::chrono::days{*from}} : k_beginning;
    policy.toml = query.text();
    policy.loaded_at = query.instant();
  }
  return policies;
}

void SqlitePolicies::add(const StoredPolicy& policy) {
  Query query{m_page.statements, k_insert_policy};
  if (policy.from != k_beginning) query.bind(":from", policy.from);
  query.bind(":name", policy.name).bind(":toml", policy.toml).bind(":loaded_at", policy.loaded_at);
  m_page.writing.sign(query, FactKind::policy, digest_of(policy)).run();
}

}  // namespace gridvisit::store::sqlite
