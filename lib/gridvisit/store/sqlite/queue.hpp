#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

namespace gridvisit::store::sqlite {

/// An open file, closed when it is destroyed.
class FileDescriptor {
 public:
  explicit FileDescriptor(int number) : m_number{number} {}
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  ~FileDescriptor();

  int number() const { return m_number; }

 private:
  int m_number;
};

/// One writer's turn, held until it is destroyed. Writers of all processes wait in a queue on
/// `<database>-queue`, which the kernel serves in order of arrival; SQLite's own waiting is by
/// chance, and starves some of many writers.
class WriterTurn {
 public:
  /// Error(busy) naming the holder's process if the turn does not come within `patience`.
  WriterTurn(const std::filesystem::path& database, std::chrono::milliseconds patience);

 private:
  std::shared_ptr<FileDescriptor> m_file;
};

}  // namespace gridvisit::store::sqlite
