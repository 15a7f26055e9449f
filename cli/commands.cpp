#include <array>

#include "command.hpp"
#include "config/config.hpp"
#include "setup/setup.hpp"

namespace gridvisit::cli {
namespace {

const std::array k_commands{
    CommandEntry{
        "init", {}, Audience::administrator, translatable("make a new, empty database"), init},
    CommandEntry{"config list",
                 {},
                 Audience::administrator,
                 translatable("the settings, and where each comes from"),
                 config_list},
    CommandEntry{
        "config get", {}, Audience::administrator, translatable("one setting"), config_get},
    CommandEntry{"config set",
                 {},
                 Audience::administrator,
                 translatable("write a setting into the config file"),
                 config_set},
};

}  // namespace

std::span<const CommandEntry> all_commands() {
  return k_commands;
}

}  // namespace gridvisit::cli
