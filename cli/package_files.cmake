# Run by cpack on the files to be packed. Folders can be entered by all, whatever the umask is.
file(CHMOD_RECURSE ${CPACK_TEMPORARY_DIRECTORY} DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# The rest is what Debian wants otherwise than an installation does.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  return()
endif()
set(share ${CPACK_TEMPORARY_DIRECTORY}/program/usr/share)
file(GLOB_RECURSE pages ${share}/man/*.1)
foreach(page IN LISTS pages)
  execute_process(COMMAND gzip -9n ${page} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
# Its zsh looks for what packages bring here, and into site-functions only under /usr/local.
file(RENAME ${share}/zsh/site-functions ${share}/zsh/vendor-completions)
