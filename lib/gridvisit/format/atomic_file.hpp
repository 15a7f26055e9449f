#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace gridvisit::format {

enum class Existing { refuse, replace };

/// A file that appears whole or not at all: written under a temporary name in the same folder
/// (mode 0600) and renamed by commit(). Without commit() nothing is left behind.
class AtomicFile {
 public:
  /// Error(refused) if the file exists and may not be replaced; Error(permission) if it is a
  /// symbolic link, a folder or a device, or the folder can't be written.
  AtomicFile(std::filesystem::path path, Existing existing);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  /// Error(io) if the disk is full or the like.
  void write(std::string_view bytes);
  /// Where the bytes are until commit(), for a library that writes files itself.
  const std::filesystem::path& temporary() const { return m_temporary; }
  /// Gives the file another name in the same folder than it was begun with; the same errors.
  void rename(const std::string& name);
  /// Mode and group of the file, if others than its owner may use it.
  void share_like(const std::filesystem::path& other);
  /// Makes the file durable under its name. Once only.
  void commit();

 private:
  void check_target() const;
  void create_temporary();
  void publish();
  void sync_folder() const;

  std::filesystem::path m_path;
  std::filesystem::path m_temporary;
  Existing m_existing;
  int m_descriptor = -1;
};

}  // namespace gridvisit::format
