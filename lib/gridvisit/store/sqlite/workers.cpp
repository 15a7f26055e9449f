#include <algorithm>

#include "gridvisit/base/text.hpp"
#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/refusals.hpp"
#include "gridvisit/store/sqlite/groups.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_find = R"sql(
  SELECT id, code, name, phone FROM worker WHERE code = :code)sql";

constexpr auto* k_get = R"sql(
  SELECT id, code, name, phone FROM worker WHERE id = :id)sql";

constexpr auto* k_all = R"sql(
  SELECT id, code, name, phone FROM worker)sql";

constexpr auto* k_insert = R"sql(
  INSERT INTO worker (code, name, phone, salt, personal, entry)
  VALUES (:code, :name, :phone, :salt, :personal, :entry))sql";

constexpr auto* k_update = R"sql(
  UPDATE worker SET code = :code, name = :name, phone = :phone, salt = :salt,
    personal = :personal, entry = :entry
  WHERE id = :id)sql";

constexpr auto* k_leaves_of = R"sql(
  SELECT id, worker, from_day, until_day, kind FROM leave
  WHERE worker = :worker ORDER BY from_day, id)sql";

constexpr auto* k_insert_leave = R"sql(
  INSERT INTO leave (worker, from_day, until_day, kind, entry)
  VALUES (:worker, :from, :until, :kind, :entry))sql";

constexpr auto* k_update_leave = R"sql(
  UPDATE leave SET worker = :worker, from_day = :from, until_day = :until, kind = :kind,
    entry = :entry
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

void run_with_fields(Query& query, const Worker& worker, const SaltedDigest& personal,
                     const Writing& writing) {
  const bool saved = query.bind(":code", worker.code)
                         .bind(":name", worker.name)
                         .bind(":phone", worker.phone)
                         .bind(":salt", Blob{personal.salt})
                         .bind(":personal", Blob{personal.digest})
                         .bind(":entry", writing.entry)
                         .run_unless_taken();
  if (!saved) throw worker_code_taken(worker.code);
}

Query& bind_fields(Query& query, const Leave& leave, const Writing& writing) {
  return query.bind(":worker", leave.worker)
      .bind_days(":from", ":until", leave.days)
      .bind(":kind", leave.kind)
      .bind(":entry", writing.entry);
}

}  // namespace

std::optional<Worker> SqliteWorkers::find(std::string_view code) const {
  Query query{m_page.statements, k_find};
  if (!query.bind(":code", code).next()) return std::nullopt;
  return read_worker(query);
}

Worker SqliteWorkers::get(WorkerId id) const {
  Query query{m_page.statements, k_get};
  if (!query.bind(":id", id).next()) throw record_refused();
  return read_worker(query);
}

std::vector<Worker> SqliteWorkers::all() const {
  Query query{m_page.statements, k_all};
  std::vector<Worker> workers;
  while (query.next()) workers.push_back(read_worker(query));
  std::ranges::sort(workers, NaturalLess{}, &Worker::code);
  return workers;
}

WorkerId SqliteWorkers::add(const Worker& worker) {
  const auto personal = personal_digest(worker);
  Query query{m_page.statements, k_insert};
  run_with_fields(query, worker, personal, m_page.writing);
  auto added = worker;
  added.id = m_page.statements.last_inserted<WorkerId>();
  write_fact(m_page.writing.content, added, personal.digest);
  return added.id;
}

void SqliteWorkers::update(const Worker& worker) {
  const auto personal = personal_digest(worker);
  Query query{m_page.statements, k_update};
  query.bind(":id", worker.id);
  run_with_fields(query, worker, personal, m_page.writing);
  m_page.statements.require_changed();
  write_fact(m_page.writing.content, worker, personal.digest);
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
  auto added = leave;
  added.id = m_page.statements.last_inserted<LeaveId>();
  write_fact(m_page.writing.content, added);
  return added.id;
}

void SqliteWorkers::update(const Leave& leave) {
  Query query{m_page.statements, k_update_leave};
  bind_fields(query, leave, m_page.writing).bind(":id", leave.id).run();
  m_page.statements.require_changed();
  write_fact(m_page.writing.content, leave);
}

}  // namespace gridvisit::store::sqlite
