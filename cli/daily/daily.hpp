#pragma once

#include "command.hpp"

/// The commands of a grid worker's day.
namespace gridvisit::cli {

Command add();
Command due();
Command plan();
Command status();
Command journal();
Command find();
Command show();
Command amend();
Command void_one();
Command undo();

}  // namespace gridvisit::cli
