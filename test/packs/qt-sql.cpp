// The qt-sql pack: what asks the database blocks, rows that have come and models of own classes do not.
// RUN: waitwise check --fail-on none %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt5 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=qt-sql %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtSql/QtSql>

void queriesBad(QTimer *timer, QSqlDatabase *db, QString text) {
  QObject::connect(timer, &QTimer::timeout, [=] {
    db->open();                  // CHECK: :[[#@LINE]]:{{.*}}'QSqlDatabase::open' waits for a database
    db->transaction();           // CHECK: :[[#@LINE]]:{{.*}}'QSqlDatabase::transaction' waits for a database
    QSqlQuery query(*db);
    query.prepare("select 1");   // CHECK: :[[#@LINE]]:{{.*}}'QSqlQuery::prepare' waits for a database
    query.exec();                // CHECK: :[[#@LINE]]:{{.*}}'QSqlQuery::exec' waits for a database
    QSqlQuery ran(text, *db);    // CHECK: :[[#@LINE]]:{{.*}}'QSqlQuery::QSqlQuery' waits for a database
  });
}

void modelsBad(QTimer *timer, QSqlTableModel *table, QSqlQueryModel *model) {
  QObject::connect(timer, &QTimer::timeout, [=] {
    table->select();             // CHECK: :[[#@LINE]]:{{.*}}'QSqlTableModel::select' waits for a database
    table->submitAll();          // CHECK: :[[#@LINE]]:{{.*}}'QSqlTableModel::submitAll' waits for a database
    model->setQuery("select 1"); // CHECK: :[[#@LINE]]:{{.*}}'QSqlQueryModel::setQuery' waits for a database
  });
}

void rowsOk(QTimer *timer, QSqlQuery *query) {
  QObject::connect(timer, &QTimer::timeout, [=] {
    QSqlQuery empty;
    while (query->next())
      query->value(0).toInt();
    query->bindValue(":a", 1);
    QSqlDatabase::database("a", false).isOpen();
  });
}

// A database in memory, and what asks one.
void memoryOk(QTimer *timer) {
  QObject::connect(timer, &QTimer::timeout, [] {
    QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE");
    db.setDatabaseName(":memory:");
    db.open();
    QSqlQuery query(db);
    query.exec("create table a (b integer)");
    QSqlTableModel(nullptr, db).select();
    QSqlQuery("insert into a values (1)", db);
  });
}
void fileBad(QTimer *timer) {
  QObject::connect(timer, &QTimer::timeout, [] {
    QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE");
    db.setDatabaseName("/var/lib/x.db");
    QSqlQuery(db).exec("select 1"); // CHECK: :[[#@LINE]]:{{.*}}'QSqlQuery::exec' waits for a database
  });
}

// In a thread of its own it may wait.
struct Worker : QThread {
  void run() override { QSqlQuery("select 1").exec(); }
};

struct Store {
  bool open() { return true; }
  bool exec(int) { return true; }
};
void look_alikesOk(QTimer *timer, Store *store) {
  QObject::connect(timer, &QTimer::timeout, [=] { store->open(), store->exec(1); });
}
