#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "temporary_folder.hpp"

namespace gridvisit::fuzz {

/// A database with a small town, in a folder of its own in memory, that is damaged and made good
/// again over and over.
class TownFile {
 public:
  static TownFile& shared();

  TownFile();
  TownFile(const TownFile&) = delete;
  TownFile& operator=(const TownFile&) = delete;

  std::filesystem::path path() const { return m_folder / "town.db"; }
  /// The file as it was made.
  const std::string& bytes() const { return m_bytes; }
  /// Puts `bytes` in its place, with `journal` beside it if that is not empty.
  void replace_by(std::string_view bytes, std::string_view journal = {}) const;

  /// Does with the file all that commands do. That may end in an Error that says so, or verify
  /// may find what was changed; else it must tell what it told before, and keep what is saved.
  void expect_harmless() const;

 private:
  tests::TemporaryFolder m_folder;
  std::string m_bytes;
  std::string m_told;
};

}  // namespace gridvisit::fuzz
