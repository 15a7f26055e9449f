#pragma once

#include <string>

#include "gridvisit/usecase/register_desk.hpp"

namespace gridvisit::usecase {

/// Who begins to work with a new database, and where.
struct FirstPost {
  std::string worker;  ///< code
  std::string name;
  std::string grid;       ///< code
  std::string grid_name;  ///< empty: its code is its name too
  Day from;               ///< first day in post
};

/// Error(refused) if it can't be put on record, before there is a database to put it in.
void check_first_post(const FirstPost& post);

/// Puts the grid, the worker and the assignment on record: all of it or nothing.
void add_first_post(const Desk& desk, const FirstPost& post);

}  // namespace gridvisit::usecase
