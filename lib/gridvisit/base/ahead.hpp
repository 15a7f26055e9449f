#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace gridvisit {

/// Items that a thread of its own makes ahead of who takes them, a few at most.
template <class Item>
class Ahead {
 public:
  /// False: no more are wanted.
  using Put = std::function<bool(Item)>;
  using Make = std::function<void(const Put&)>;

  /// Nothing if there is no thread to be had. `make` must share nothing with others that it or they
  /// change.
  static std::unique_ptr<Ahead> start(std::size_t most, Make make) {
    try {
      return std::unique_ptr<Ahead>{new Ahead{most, std::move(make)}};
    } catch (const std::system_error&) {
      return nullptr;
    }
  }
  Ahead(const Ahead&) = delete;
  Ahead& operator=(const Ahead&) = delete;
  /// Waits until `make` returns.
  ~Ahead() {
    {
      const std::lock_guard lock{m_mutex};
      m_wanted = false;
    }
    m_changed.notify_all();
    m_thread.join();
  }

  /// In the order in which they were put. Nothing at the end; throws what `make` threw.
  std::optional<Item> take() {
    std::unique_lock lock{m_mutex};
    m_changed.wait(lock, [&] { return !m_items.empty() || m_done; });
    if (m_items.empty()) {
      if (m_failure) std::rethrow_exception(m_failure);
      return std::nullopt;
    }
    std::optional<Item> item{std::move(m_items.front())};
    m_items.pop_front();
    lock.unlock();
    m_changed.notify_all();
    return item;
  }

 private:
  Ahead(std::size_t most, Make make)
      : m_most{most}, m_thread{[this, make = std::move(make)] { run(make); }} {}

  void run(const Make& make) {
    std::exception_ptr failure;
    try {
      make([this](Item item) { return put(std::move(item)); });
    } catch (...) {
      failure = std::current_exception();
    }
    {
      const std::lock_guard lock{m_mutex};
      m_failure = failure;
      m_done = true;
    }
    m_changed.notify_all();
  }

  bool put(Item item) {
    std::unique_lock lock{m_mutex};
    m_changed.wait(lock, [&] { return m_items.size() < m_most || !m_wanted; });
    if (!m_wanted) return false;
    m_items.push_back(std::move(item));
    lock.unlock();
    m_changed.notify_all();
    return true;
  }

  std::size_t m_most;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::deque<Item> m_items;
  bool m_wanted = true;
  bool m_done = false;
  std::exception_ptr m_failure;
  std::thread m_thread;  // last: it uses all the others
};

}  // namespace gridvisit
