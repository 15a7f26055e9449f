#pragma once

#include <string>
#include <vector>

/// Which room may include what (lib/README.md), as a check of one source text.
namespace gridvisit::layers {

struct Source {
  std::string path;  ///< from the top of the repository, e.g. lib/gridvisit/base/text.cpp
  std::string text;
};

/// What the source breaks, one sentence each, beginning with the path and the line.
std::vector<std::string> findings(const Source& source);

}  // namespace gridvisit::layers
