// What the redis-plus-plus pack needs of the library, after its documentation.
#pragma once
#include <coroutine>
#include <functional>
#include <future>
#include <optional>
#include <string>
#include <string_view>

namespace sw::redis {

using OptionalString = std::optional<std::string>;
using OptionalStringPair = std::optional<std::pair<std::string, std::string>>;
using StringView = std::string_view;
template <typename T> using Future = std::future<T>;

template <typename Impl> class QueuedRedis {
public:
  QueuedRedis &get(const StringView &key);
  QueuedRedis &set(const StringView &key, const StringView &value);
  int exec();
  void discard();
};
class PipelineImpl;
class TransactionImpl;
using Pipeline = QueuedRedis<PipelineImpl>;
using Transaction = QueuedRedis<TransactionImpl>;

class Subscriber {
public:
  void on_message(std::function<void(std::string, std::string)> callback);
  void subscribe(const StringView &channel);
  void consume();
};

class Redis {
public:
  explicit Redis(const std::string &uri);
  Redis &operator=(const Redis &) = delete;
  Pipeline pipeline(bool newConnection = true);
  Transaction transaction(bool piped = false, bool newConnection = true);
  Subscriber subscriber();
  OptionalString get(const StringView &key);
  bool set(const StringView &key, const StringView &value);
  OptionalStringPair blpop(const StringView &key, long long timeout = 0);
  OptionalStringPair brpop(const StringView &key, long long timeout = 0);
  OptionalString brpoplpush(const StringView &from, const StringView &to, long long timeout = 0);
  OptionalStringPair bzpopmax(const StringView &key, long long timeout = 0);
  OptionalStringPair bzpopmin(const StringView &key, long long timeout = 0);
  long long wait(long long replicas, long long timeout);
};

class RedisCluster {
public:
  explicit RedisCluster(const std::string &uri);
  RedisCluster &operator=(const RedisCluster &) = delete;
  Pipeline pipeline(const StringView &tag, bool newConnection = true);
  Transaction transaction(const StringView &tag, bool piped = false, bool newConnection = true);
  OptionalStringPair blpop(const StringView &key, long long timeout = 0);
  OptionalStringPair brpop(const StringView &key, long long timeout = 0);
  OptionalString brpoplpush(const StringView &from, const StringView &to, long long timeout = 0);
  OptionalStringPair bzpopmax(const StringView &key, long long timeout = 0);
  OptionalStringPair bzpopmin(const StringView &key, long long timeout = 0);
  Redis redis(const StringView &tag, bool newConnection = true);
  OptionalString get(const StringView &key);
};

class AsyncRedis {
public:
  explicit AsyncRedis(const std::string &uri);
  Future<OptionalString> get(const StringView &key);
  template <typename Callback> void get(const StringView &, Callback &&) {}
};
class AsyncRedisCluster {
public:
  Future<OptionalString> get(const StringView &key);
};
class AsyncSubscriber {
public:
  template <typename Callback> void on_message(Callback &&) {}
};

class CoRedis {
public:
  template <typename T> class Awaiter {
  public:
    bool await_ready();
    void await_suspend(std::coroutine_handle<>);
    T await_resume();
  };
  Awaiter<OptionalString> get(const StringView &key);
};
class CoRedisCluster {
public:
  template <typename T> class Awaiter {
  public:
    bool await_ready();
    void await_suspend(std::coroutine_handle<>);
    T await_resume();
  };
  Awaiter<OptionalString> get(const StringView &key);
};

} // namespace sw::redis
