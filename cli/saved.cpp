#include "saved.hpp"

namespace gridvisit::cli {

Error after_saving(const Error& error) {
  return {error.kind(), error.message(),
          message("What the command was to save is saved: don't repeat it.")};
}

}  // namespace gridvisit::cli
