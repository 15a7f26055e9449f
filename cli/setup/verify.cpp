#include "gridvisit/base/error.hpp"
#include "gridvisit/report/verification.hpp"
#include "gridvisit/usecase/verify_records.hpp"

#include "context.hpp"
#include "progress.hpp"
#include "setup/setup.hpp"

namespace gridvisit::cli {
namespace {

std::optional<store::HeadName> expected_head(const Arguments& arguments) {
  const auto text = arguments.value("expect");
  if (!text) return std::nullopt;
  if (auto head = store::parse_head(*text)) return head;
  throw Error{ErrorKind::usage, message("`{0}` is not a data version.", *text),
              message("Take it from a report, like 8:eaa76648a17c.")};
}

int run_verify(const Arguments& arguments, Context& context) {
  const auto expected = expected_head(arguments);
  Progress progress{context};
  const auto verification =
      usecase::verify_records(*context.open_store()->read(), expected, progress.onlooker());
  progress.clear();
  const bool sound = verification.found == 0;
  if (!sound || !context.settings.quiet)
    context.print(report::verification_report({store::short_head(verification.head),
                                               verification.head.sequence, verification.found,
                                               verification.findings}));
  if (!sound) context.tell(message("Keep the file as it is and go back to a backup."));
  return sound ? 0 : static_cast<int>(ErrorKind::damaged);
}

}  // namespace

Command verify() {
  return {
      .path = "verify",
      .audience = Audience::administrator,
      .summary = translatable("recompute the audit chain and all it vouches for"),
      .details = {translatable("Every record is compared with what its audit entry wrote: what was "
                               "changed, added or taken away by another program or by a failing "
                               "disk is named, and the exit code is 7."),
                  translatable("A chain can't see that its end was cut off. Compare with a data "
                               "version printed earlier, on any report: --expect. Others read "
                               "meanwhile; those who write wait.")},
      .options = {{"expect", '\0', translatable("VERSION"),
                   translatable("a data version that must be in the chain")}},
      .examples = {{"gridvisit verify", translatable("is all as it was written?")},
                   {"gridvisit verify --expect 8:eaa76648a17c",
                    translatable("and is nothing missing since that report?")}},
      .run = run_verify,
  };
}

}  // namespace gridvisit::cli
