#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gridvisit/format/csv_reader.hpp"
#include "gridvisit/store/memory/memory_store.hpp"
#include "gridvisit/usecase/import_register.hpp"

namespace gridvisit::test {

inline Day day(const char* text) {
  return *parse_iso_day(text);
}

/// A store in memory that takes tables from text.
struct ImportFixture {
  static constexpr auto k_areas =
      "area,name,kind,parent\nS1,Sample Street,street,\nC1,Sample Community,community,S1\n"
      "G01,Grid 1,grid,C1\nG02,Grid 2,grid,C1\n";
  static constexpr auto k_workers = "worker,name,phone\nW01,甲某某,13800138000\nW02,乙某某,\n";
  static constexpr auto k_assignments =
      "worker,grid,role,from,until\nW01,G01,responsible,2026-01-01,\nW02,G02,responsible,,\n";
  static constexpr auto k_households =
      "household,grid,name,from,tags\nG01-1,G01,张三某,2026-01-01,gas\nG01-2,G01,李四某,,\n";

  store::Authorship authorship{"tester", "", std::chrono::sys_days{day("2026-10-05")}};
  std::unique_ptr<store::Store> store = store::make_memory_store(authorship);
  Now now{day("2026-10-05"), day("2026-10-05") + std::chrono::hours{8}};
  std::vector<std::string> rejected;  ///< first cell of each row that was not taken

  usecase::ImportRequest request(exchange::TableKind table) const {
    usecase::ImportRequest result;
    result.table = table;
    result.file_name = "sample.csv";
    result.now = now;
    return result;
  }
  usecase::ImportResult take(const usecase::ImportRequest& wanted, const std::string& text) {
    rejected.clear();
    const auto on_reject = [&](const exchange::Row& row, const exchange::Problems&) {
      rejected.emplace_back(row.cells.empty() ? "" : row.cells.front());
    };
    return import_register(*store, authorship, wanted, format::csv_records(format::source_of(text)),
                           on_reject);
  }
  usecase::ImportResult take(exchange::TableKind table, const std::string& text) {
    return take(request(table), text);
  }
  void take_sample() {
    using exchange::TableKind;
    take(TableKind::areas, k_areas);
    take(TableKind::workers, k_workers);
    take(TableKind::assignments, k_assignments);
    take(TableKind::households, k_households);
  }

  Household household(const char* code) { return *store->read()->households().find(code); }
  std::vector<Residence> residences(const char* code) {
    return store->read()->households().residences_of(household(code).id);
  }
  std::vector<Tag> tags(const char* code) {
    return store->read()->households().tags_of(household(code).id);
  }
  std::vector<store::VisitRecord> visits() {
    std::vector<store::VisitRecord> result;
    store::VisitFilter all;
    all.voided_too = true;
    all.order = store::VisitOrder::number;
    store->read()->visits().each(all, [&](const store::VisitRecord& record) {
      result.push_back(record);
      return true;
    });
    return result;
  }
};

/// "line column: reason" of each problem, and its mend.
inline std::vector<std::string> spoken(const exchange::Problems& problems) {
  std::vector<std::string> result;
  for (const auto& problem : problems)
    result.push_back(fmt::format("{} {}: {} {}", problem.line, problem.column,
                                 in_english(problem.reason), in_english(problem.mend)));
  return result;
}

}  // namespace gridvisit::test
