// A program that enters rows with a journal mode and a synchronous setting of one's choice, to show
// that the simulator of power cuts finds the losses that some of them allow.
#include <cstdio>
#include <string>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace {

bool done(sqlite3* database, const std::string& sql) {
  return sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

}  // namespace

int main(int count, char** words) {
  ::fcntl(STDIN_FILENO, F_GETFD);  // by which the tracer knows main()
  sqlite3* database = nullptr;
  if (count != 4 || sqlite3_open(words[1], &database) != SQLITE_OK) return 1;
  if (!done(database,
            std::string{"PRAGMA journal_mode="} + words[2] + ";PRAGMA synchronous=" + words[3]))
    return 2;
  for (int number = 1; number <= 8; ++number) {
    if (!done(database,
              "INSERT INTO visit VALUES (" + std::to_string(number) + ", hex(randomblob(3000)))"))
      return 3;
    const auto told = "Saved visit " + std::to_string(number) + "\n";
    if (::write(STDOUT_FILENO, told.data(), told.size()) < 0) return 4;
  }
  return sqlite3_close(database) == SQLITE_OK ? 0 : 5;
}
