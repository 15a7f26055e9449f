#include <algorithm>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/refusals.hpp"
#include "gridvisit/store/sqlite/change_times.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_find_worker = R"sql(
  SELECT id, code, name, phone FROM worker WHERE code = :code)sql";

constexpr auto* k_get_worker = R"sql(
  SELECT id, code, name, phone FROM worker WHERE id = :id)sql";

constexpr auto* k_all_workers = R"sql(
  SELECT id, code, name, phone FROM worker)sql";

constexpr auto* k_insert_worker = R"sql(
  INSERT INTO worker (code, name, phone, salt, personal, checksum, entry)
  VALUES (:code, :name, :phone, :salt, :personal, :checksum, :entry))sql";

constexpr auto* k_update_worker = R"sql(
  UPDATE worker SET code = :code, name = :name, phone = :phone, salt = :salt,
    personal = :personal, checksum = :checksum, entry = :entry
  WHERE id = :id)sql";

constexpr auto* k_leaves_of = R"sql(
  SELECT id, worker, from_day, until_day, kind FROM leave
  WHERE worker = :worker ORDER BY from_day, id)sql";

constexpr auto* k_get_leave = R"sql(
  SELECT id, worker, from_day, until_day, kind FROM leave WHERE id = :id)sql";

constexpr auto* k_insert_leave = R"sql(
  INSERT INTO leave (worker, from_day, until_day, kind, checksum, entry)
  VALUES (:worker, :from, :until, :kind, :checksum, :entry))sql";

constexpr auto* k_update_leave = R"sql(
  UPDATE leave SET worker = :worker, from_day = :from, until_day = :until, kind = :kind,
    checksum = :checksum, entry = :entry
  WHERE id = :id)sql";

Worker read_worker(Query& row) {
  Worker worker;
  worker.id = row.id<WorkerId>();
  worker.code = row.text();
  worker.name = row.text();
  worker.phone = row.text();
  return worker;
}

Leave read_leave(Query& row) {
  Leave leave;
  leave.id = row.id<LeaveId>();
  leave.worker = row.id<WorkerId>();
  leave.days = row.days();
  leave.kind = row.text();
  return leave;
}

void run_with_fields(Query& query, const Worker& worker, Writing& writing) {
  const auto personal = personal_digest(worker);
  query.bind(":code", worker.code)
      .bind(":name", worker.name)
      .bind(":phone", worker.phone)
      .bind(":salt", Blob{personal.salt})
      .bind(":personal", Blob{personal.digest});
  writing.sign(query, FactKind::worker, digest_of(worker, personal.digest));
  if (!query.run_unless_taken()) throw worker_code_taken(worker.code);
}

Query& bind_fields(Query& query, const Leave& leave, Writing& writing) {
  query.bind(":worker", leave.worker)
      .bind_days(":from", ":until", leave.days)
      .bind(":kind", leave.kind);
  return writing.sign(query, FactKind::leave, digest_of(leave));
}

}  // namespace

std::optional<Worker> SqliteWorkers::find(std::string_view code) const {
  Query query{m_page.statements, k_find_worker};
  if (!query.bind(":code", code).next()) return std::nullopt;
  return read_worker(query);
}

Worker SqliteWorkers::get(WorkerId id) const {
  Query query{m_page.statements, k_get_worker};
  if (!query.bind(":id", id).next()) throw_dangling();
  return read_worker(query);
}

std::vector<Worker> SqliteWorkers::all() const {
  Query query{m_page.statements, k_all_workers};
  std::vector<Worker> workers;
  while (query.next()) workers.push_back(read_worker(query));
  std::ranges::sort(workers, NaturalLess{}, &Worker::code);
  return workers;
}

WorkerId SqliteWorkers::add(const Worker& worker) {
  Query query{m_page.statements, k_insert_worker};
  run_with_fields(query, worker, m_page.writing);
  return m_page.statements.last_inserted<WorkerId>();
}

void SqliteWorkers::update(const Worker& worker) {
  note_update(m_page, k_get_worker, read_worker, worker);
  Query query{m_page.statements, k_update_worker};
  query.bind(":id", worker.id);
  run_with_fields(query, worker, m_page.writing);
}

std::vector<Leave> SqliteWorkers::leaves_of(WorkerId worker) const {
  Query query{m_page.statements, k_leaves_of};
  query.bind(":worker", worker);
  std::vector<Leave> leaves;
  while (query.next()) leaves.push_back(read_leave(query));
  return leaves;
}

LeaveId SqliteWorkers::add(const Leave& leave) {
  Query query{m_page.statements, k_insert_leave};
  bind_fields(query, leave, m_page.writing).run();
  return m_page.statements.last_inserted<LeaveId>();
}

void SqliteWorkers::update(const Leave& leave) {
  note_update(m_page, k_get_leave, read_leave, leave);
  Query query{m_page.statements, k_update_leave};
  bind_fields(query, leave, m_page.writing).bind(":id", leave.id).run();
}

}  // namespace gridvisit::store::sqlite
