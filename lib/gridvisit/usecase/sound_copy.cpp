#include "gridvisit/usecase/sound_copy.hpp"

#include <optional>

#include "gridvisit/base/error.hpp"

namespace gridvisit::usecase {

void prove_chain(const store::Session& session, const Onlooker& onlooker) {
  std::optional<Message> first;
  const auto keep_first = [&](const Message& finding) {
    if (!first) first = finding;
  };
  session.audit().verify(keep_first, onlooker);
  if (first)
    throw Error{ErrorKind::damaged, *first,
                message("Keep the file as it is and go back to a backup.")};
}

store::SoundCopy require_sound(const std::filesystem::path& copy, const Onlooker& onlooker) {
  auto sound = store::check_copy(copy, onlooker);
  if (sound.schema.is_newest()) prove_chain(*store::open_copy(copy)->read(), onlooker);
  return sound;
}

}  // namespace gridvisit::usecase
