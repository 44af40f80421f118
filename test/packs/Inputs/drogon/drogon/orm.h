// Declarations of drogon's databases and Redis, after its documentation.
#pragma once
#include <drogon/drogon.h>

namespace drogon::orm {

class Result;
class Criteria {};
class Transaction;
using ExceptionCallback = std::function<void(const std::exception &)>;
using CountCallback = std::function<void(std::size_t)>;
enum class Mode { NonBlocking, Blocking };

namespace internal {
class SqlBinder {
public:
  template <typename F> SqlBinder &operator>>(F &&) { return *this; }
  template <typename T> SqlBinder &operator<<(T &&) { return *this; }
  SqlBinder &operator<<(const Mode &);
  SqlBinder &operator<<(Mode &&);
  void exec();
};
} // namespace internal

class DbClient {
public:
  virtual ~DbClient();
  template <typename F, typename E, typename... A>
  void execSqlAsync(const std::string &, F &&, E &&, A &&...) noexcept {}
  template <typename... A> Result &execSqlSync(const std::string &, A &&...);
  template <typename... A>
  std::future<int> execSqlAsyncFuture(const std::string &, A &&...) noexcept;
  template <typename... A>
  CallbackAwaiter<int> execSqlCoro(const std::string &, A &&...) noexcept;
  internal::SqlBinder operator<<(const std::string &sql);
  virtual std::shared_ptr<Transaction>
  newTransaction(const std::function<void(bool)> &commit = {}) = 0;
  virtual void newTransactionAsync(
      const std::function<void(const std::shared_ptr<Transaction> &)> &) = 0;
};
class Transaction : public DbClient {
public:
  virtual void setCommitCallback(const std::function<void(bool)> &) = 0;
};
class DbListener {
public:
  virtual void
  listen(const std::string &channel,
         std::function<void(std::string, std::string)> callback) noexcept = 0;
};

template <typename T> class Mapper {
public:
  explicit Mapper(std::shared_ptr<DbClient>);
  using Row = std::function<void(T)>;
  using Rows = std::function<void(std::vector<T>)>;
  T findByPrimaryKey(const int &);
  void findByPrimaryKey(const int &, const Row &, const ExceptionCallback &);
  T findOne(const Criteria &);
  void findOne(const Criteria &, const Row &, const ExceptionCallback &);
  std::vector<T> findBy(const Criteria &);
  void findBy(const Criteria &, const Rows &, const ExceptionCallback &);
  std::vector<T> findAll();
  void findAll(const Rows &, const ExceptionCallback &);
  std::size_t count(const Criteria & = Criteria());
  void count(const Criteria &, const CountCallback &,
             const ExceptionCallback &);
  void insert(T &);
  void insert(const T &, const Row &, const ExceptionCallback &);
  std::size_t update(const T &);
  void update(const T &, const CountCallback &, const ExceptionCallback &);
  template <typename... A>
  std::size_t updateBy(const std::vector<std::string> &, const Criteria &,
                       A &&...) {
    return 0;
  }
  template <typename... A>
  void updateBy(const std::vector<std::string> &, const CountCallback &,
                const ExceptionCallback &, const Criteria &, A &&...) {}
  template <typename... A>
  std::size_t increment(const std::vector<std::string> &, const Criteria &,
                        A...) {
    return 0;
  }
  std::size_t deleteOne(const T &);
  std::size_t deleteBy(const Criteria &);
  std::size_t deleteByPrimaryKey(const int &);
};
template <typename T> class CoroMapper : public Mapper<T> {
public:
  using Mapper<T>::Mapper;
  CallbackAwaiter<T> findOne(const Criteria &);
  CallbackAwaiter<T> insert(const T &);
};
} // namespace drogon::orm

namespace drogon::nosql {
class RedisResult;
class RedisTransaction;
class RedisClient {
public:
  virtual void
  execCommandAsync(std::function<void(const RedisResult &)> &&,
                   std::function<void(const std::exception &)> &&,
                   std::string_view command, ...) noexcept = 0;
  template <typename F, typename... A>
  std::string execCommandSync(F &&, std::string_view, A &&...) {
    return {};
  }
  template <typename... A>
  CallbackAwaiter<int> execCommandCoro(std::string_view, A...);
  virtual std::shared_ptr<RedisTransaction> newTransaction() = 0;
  virtual void newTransactionAsync(
      const std::function<void(const std::shared_ptr<RedisTransaction> &)>
          &) = 0;
};
class RedisTransaction : public RedisClient {
public:
  virtual void execute(std::function<void(const RedisResult &)> &&,
                       std::function<void(const std::exception &)> &&) = 0;
};
class RedisSubscriber {
public:
  virtual void
  subscribe(const std::string &channel,
            std::function<void(const std::string &)> &&callback) noexcept = 0;
  virtual void
  psubscribe(const std::string &pattern,
             std::function<void(const std::string &)> &&callback) noexcept = 0;
};
} // namespace drogon::nosql
