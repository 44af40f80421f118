// The drogon pack: statements without a callback wait for the database.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -isystem %S/Inputs/drogon -isystem %S/Inputs/trantor \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <drogon/orm.h>
#include <unistd.h>

using namespace drogon;
using namespace drogon::orm;

struct User {};
using Names = std::vector<std::string>;

Task<> statementsBad(DbClient &db) {
  db.execSqlSync("select 1");           // CHECK: :[[#@LINE]]:{{.*}}'drogon::orm::DbClient::execSqlSync' waits for a database
  db.newTransaction();                  // CHECK: :[[#@LINE]]:{{.*}}'drogon::orm::DbClient::newTransaction' waits for a database
  auto binder = db << "select 1";
  binder << Mode::Blocking;             // CHECK: :[[#@LINE]]:{{.*}}'drogon::orm::internal::SqlBinder::operator<<' waits for a database
  binder.exec();
  co_return;
}

Task<> statementsOk(DbClient &db) {
  co_await db.execSqlCoro("select 1");
  auto binder = db << "select $1";
  binder << 5 << Mode::NonBlocking;
  binder.exec();
}

Task<> mapperBad(Mapper<User> users, User u, Criteria c) {
  users.findOne(c);                     // CHECK: :[[#@LINE]]:{{.*}}'drogon::orm::Mapper::findOne' waits for a database
  users.findAll();                      // CHECK: :[[#@LINE]]:{{.*}}'drogon::orm::Mapper::findAll' waits for a database
  users.count();                        // CHECK: :[[#@LINE]]:{{.*}}'drogon::orm::Mapper::count' waits for a database
  users.insert(u);                      // CHECK: :[[#@LINE]]:{{.*}}'drogon::orm::Mapper::insert' waits for a database
  users.updateBy(Names{"a"}, c, 5);     // CHECK: :[[#@LINE]]:{{.*}}'drogon::orm::Mapper::updateBy' waits for a database
  users.deleteByPrimaryKey(7);          // CHECK: :[[#@LINE]]:{{.*}}'drogon::orm::Mapper::deleteByPrimaryKey' waits for a database
  co_return;
}

Task<> mapperOk(Mapper<User> users, CoroMapper<User> coro, User u, Criteria c) {
  auto failed = [](const std::exception &) {};
  users.findOne(c, [](User) {}, failed);
  users.findAll([](std::vector<User>) {}, failed);
  users.updateBy(Names{"a"}, [](std::size_t) {}, failed, c, 5);
  co_await coro.findOne(c);
  auto later = coro.insert(u);
  co_await later;
}

void transactionsOk(DbClient &db, Transaction &t, nosql::RedisClient &redis) {
  db.newTransactionAsync([](auto &) {});
  redis.newTransactionAsync([](auto &) {});
  t.setCommitCallback([](bool) {});
}

void callbacksBad(DbClient &db, Mapper<User> &users, DbListener &listener, Criteria c) {
  auto failed = [](const std::exception &) {
    usleep(11000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  };
  db.execSqlAsync("select 1", [](const Result &) {
    usleep(12000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  }, failed);
  users.findOne(c, [](User) {
    usleep(13000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 13 ms
  }, failed);
  listener.listen("channel", [](std::string, std::string) {
    usleep(14000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 14 ms
  });
  db << "select 1" >> [](const Result &) {
    usleep(15000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 15 ms
  };
}

Task<> redisBad(nosql::RedisClient &redis, nosql::RedisSubscriber &subscriber) {
  redis.execCommandSync([](auto &) { return ""; }, "get k"); // CHECK: :[[#@LINE]]:{{.*}}'drogon::nosql::RedisClient::execCommandSync' waits for a database
  redis.newTransaction();               // CHECK: :[[#@LINE]]:{{.*}}'drogon::nosql::RedisClient::newTransaction' waits for a database
  subscriber.subscribe("channel", [](const std::string &) {
    usleep(16000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 16 ms
  });
  redis.execCommandAsync([](auto &) {
    usleep(17000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 17 ms
  }, [](auto &) {}, "get k");
  co_return;
}

Task<> redisOk(nosql::RedisClient &redis) {
  co_await redis.execCommandCoro("get k");
}

// Functions of the same names that are the program's own.
struct Cache {
  int findOne(Criteria);
  int execSqlSync(const char *);
};
Task<> lookAlikesOk(Cache cache, Criteria c) {
  cache.findOne(c);
  cache.execSqlSync("select 1");
  co_return;
}
