#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace gridvisit::format {

enum class Existing { refuse, replace };

/// A file (mode 0600) that appears whole or not at all. It is written without a name, so that
/// nothing is left behind if the program is killed, and named by commit(). Only where an existing
/// file is replaced it stands for a moment as `.<name>.new`; the next replacement takes that away.
/// File systems that can't make a file without a name get a temporary one.
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
  /// Where the bytes are until commit(), for a library that writes files itself: gives the file a
  /// temporary name, which a kill would leave behind.
  const std::filesystem::path& temporary();
  /// Gives the file another name in the same folder than it was begun with; the same errors.
  void rename(const std::string& name);
  /// Takes the temporary file away. Error(io) if it stays.
  void discard();
  /// Mode and group of the file, if others than its owner may use it.
  void share_like(const std::filesystem::path& other);
  /// Makes the file durable under its name, or throws and leaves what was there; if it can't be
  /// told whether the name is durable, the Error(io) says so. Once only.
  void commit();

 private:
  void check_target() const;
  void create();
  void create_temporary();
  std::filesystem::path temporary_name(int attempt) const;
  void publish();
  void publish_temporary();
  bool give_name(const std::filesystem::path& path) const;
  void replace() const;
  void confirm_name() const;

  std::filesystem::path m_path;
  std::filesystem::path m_temporary;  ///< empty: the file has no name yet
  Existing m_existing;
  int m_descriptor = -1;
};

}  // namespace gridvisit::format
