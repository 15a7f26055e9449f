#include "output.hpp"

#include <ostream>

#include "gridvisit/base/error.hpp"

namespace gridvisit::cli {

Output::Output(const std::optional<std::string>& path, format::Existing existing,
               std::ostream& stream)
    : m_stream{stream} {
  if (!path || *path == "-") return;
  if (path->empty())
    throw Error{ErrorKind::usage, message("The name of the file to write is empty."),
                message("Name a file, or - for the standard output.")};
  m_file.emplace(*path, existing);
}

void Output::write(std::string_view bytes) {
  if (m_file)
    m_file->write(bytes);
  else
    m_kept.write(bytes);
}

void Output::commit() {
  if (m_file) {
    m_file->commit();
    return;
  }
  m_kept.hand_on([&](std::string_view bytes) {
    m_stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  });
  m_stream.flush();
}

}  // namespace gridvisit::cli
