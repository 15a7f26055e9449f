#include "gridvisit/usecase/sound_copy.hpp"

#include <optional>

#include "gridvisit/base/error.hpp"

namespace gridvisit::usecase {

void prove_chain(const store::Session& session) {
  std::optional<Message> first;
  session.audit().verify([&](const Message& finding) {
    if (!first) first = finding;
  });
  if (first)
    throw Error{ErrorKind::damaged, *first,
                message("Keep the file as it is and go back to a backup.")};
}

store::SoundCopy require_sound(const std::filesystem::path& copy) {
  auto sound = store::check_copy(copy);
  if (sound.schema.is_newest()) prove_chain(*store::open_copy(copy)->read());
  return sound;
}

}  // namespace gridvisit::usecase
