#include "gridvisit/format/sync.hpp"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace gridvisit::format {

int sync_file(int descriptor) {
  while (::fsync(descriptor) != 0)
    if (errno != EINTR) return errno;
  return 0;
}

int sync_folder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int why = sync_file(descriptor);
  ::close(descriptor);
  return why == EINVAL ? 0 : why;
}

}  // namespace gridvisit::format
