#pragma once

#include <memory>
#include <utility>

#include "gridvisit/store/sqlite/session.hpp"

namespace gridvisit::store::sqlite {

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(std::shared_ptr<Connections> connections)
      : m_connections{std::move(connections)} {}

  std::unique_ptr<const Session> read() override;
  std::unique_ptr<Session> write(const Authorship& authorship) override;

 private:
  std::shared_ptr<Connections> m_connections;
};

}  // namespace gridvisit::store::sqlite
