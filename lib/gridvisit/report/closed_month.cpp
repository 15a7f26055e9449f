#include "gridvisit/report/closed_month.hpp"

namespace gridvisit::report {

Document closing_list(const std::vector<ClosedMonth>& closings) {
  Document document;
  document.key = "closings";
  document.title = message("Closed months");
  document.data = {"closings",
                   {},
                   {{"month", translatable_in("month", "Month")},
                    {"closed_at", translatable_in("month", "Closed")},
                    {"by", translatable_in("month", "By")},
                    {"today", translatable_in("month", "Judged on")},
                    {"data", translatable("Data version")}},
                   {},
                   {}};
  for (const auto& closing : closings)
    document.data.rows.push_back({to_string(closing.month), to_string(closing.at), closing.by,
                                  closing.today, closing.data_version});
  if (closings.empty())
    document.notes.push_back(
        message("No month is closed. `gridvisit month close last` keeps the figures of the month "
                "that is over."));
  return document;
}

}  // namespace gridvisit::report
