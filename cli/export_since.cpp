#include "export_since.hpp"

#include <filesystem>
#include <fstream>
#include <utility>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/export_changes.hpp"

namespace gridvisit::cli {
namespace {

store::HeadName head_typed(const std::string& text) {
  if (auto head = store::parse_head(text)) return *head;
  throw Error{ErrorKind::usage, message("`{0}` is not a data version.", text),
              message("Take it from an export, like 8:eaa76648a17c.")};
}

/// What the file says; nothing if there is none.
std::optional<store::HeadName> head_in(const std::string& file) {
  std::error_code unreadable;
  if (!std::filesystem::exists(file, unreadable) && !unreadable) return std::nullopt;
  std::ifstream stream{file, std::ios::binary};
  std::string line;
  std::getline(stream, line);
  if (auto head = store::parse_head(trim(line))) return head;
  throw Error{ErrorKind::refused, message("{0} holds no data version.", file),
              message("Remove it to export everything once more, or name another file.")};
}

}  // namespace

ExportSince::ExportSince(const Arguments& arguments) : m_file{arguments.value("head-file")} {
  const auto since = arguments.value("since");
  if (since && m_file)
    throw Error{ErrorKind::usage, message("--since and --head-file can't go together."),
                message("The file holds the data version to go on from.")};
  if (since) m_from = head_typed(*since);
  if (m_file) m_from = head_in(*m_file);
}

std::optional<std::int64_t> ExportSince::entry(const store::Session& session) const {
  if (!m_from) return std::nullopt;
  return usecase::entry_named(session, *m_from);
}

void ExportSince::open_file() {
  if (m_file) m_output.emplace(*m_file, format::Existing::replace);
}

void ExportSince::commit(const std::string& head) {
  if (!m_output) return;
  m_output->write(head);
  m_output->write("\n");
  m_output->commit();
}

}  // namespace gridvisit::cli
