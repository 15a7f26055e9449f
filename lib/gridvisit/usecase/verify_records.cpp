#include "gridvisit/usecase/verify_records.hpp"

namespace gridvisit::usecase {
namespace {

constexpr std::size_t k_most_findings = 20;

void add(Verification& verification, const Message& finding) {
  ++verification.found;
  if (verification.findings.size() < k_most_findings) verification.findings.push_back(finding);
}

void check_expected(const store::Audit& audit, const store::HeadName& expected,
                    Verification& verification) {
  const auto entry = audit.find(expected.sequence);
  if (!entry)
    add(verification,
        message("Audit entry {0} was expected, and the last one is {1}: the end is missing.",
                expected.sequence, verification.head.sequence));
  else if (!entry->hash.starts_with(expected.hash))
    add(verification,
        message("Audit entry {0} is not the one that was expected.", expected.sequence));
}

}  // namespace

Verification verify_records(const store::Session& session,
                            const std::optional<store::HeadName>& expected,
                            const Onlooker& onlooker) {
  Verification verification{session.audit().head(), 0, {}};
  if (expected) check_expected(session.audit(), *expected, verification);
  session.audit().verify([&](const Message& finding) { add(verification, finding); }, onlooker);
  return verification;
}

}  // namespace gridvisit::usecase
