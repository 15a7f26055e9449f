#include <array>
#include <cstdint>
#include <iostream>
#include <span>
#include <string>

#include <dlfcn.h>

/// Runs SQL in DuckDB, as its own shell would: `bench_duckdb LIBRARY FILE SQL...`. LIBRARY is the
/// libduckdb.so that its packages ship. Nothing is printed: a query that is to be seen says
/// `COPY (...) TO '/dev/stdout'`.
namespace {

// What is used of duckdb.h, so that no headers are needed. 0 means success throughout.
struct Result {
  std::array<std::uint64_t, 3> counts;
  std::array<void*, 3> inside;
};
using Open = int(const char*, void**);
using Connect = int(void*, void**);
using Query = int(void*, const char*, Result*);
using Error = const char*(Result*);
using Destroy = void(Result*);
using Close = void(void**);

class Library {
 public:
  explicit Library(const char* path) : m_library{dlopen(path, RTLD_NOW)} {
    if (m_library == nullptr) throw std::string{dlerror()};
  }

  template <typename Function>
  Function* function(const char* name) const {
    auto* const address = dlsym(m_library, name);
    if (address == nullptr) throw std::string{dlerror()};
    return reinterpret_cast<Function*>(address);
  }

 private:
  void* m_library;
};

void run(const Library& library, const char* file, std::span<char*> statements) {
  void* database = nullptr;
  void* connection = nullptr;
  if (library.function<Open>("duckdb_open")(file, &database) != 0 ||
      library.function<Connect>("duckdb_connect")(database, &connection) != 0)
    throw std::string{"cannot open "} + file;
  for (const auto* statement : statements) {
    Result result{};
    if (library.function<Query>("duckdb_query")(connection, statement, &result) != 0)
      throw std::string{library.function<Error>("duckdb_result_error")(&result)};
    library.function<Destroy>("duckdb_destroy_result")(&result);
  }
  library.function<Close>("duckdb_disconnect")(&connection);
  library.function<Close>("duckdb_close")(&database);
}

}  // namespace

int main(int count, char** words) {
  if (count < 4) {
    std::cerr << "usage: bench_duckdb LIBRARY FILE SQL...\n";
    return 2;
  }
  try {
    const std::span all{words, static_cast<std::size_t>(count)};
    run(Library{words[1]}, words[2], all.subspan(3));
    return 0;
  } catch (const std::string& problem) {
    std::cerr << problem << '\n';
    return 2;
  }
}
