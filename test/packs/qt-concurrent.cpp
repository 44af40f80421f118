// The qt-threads pack: what futures and QtConcurrent run, where, and who waits for it.
// RUN: waitwise check --fail-on none %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 \
// RUN:   | FileCheck %s --check-prefix=CONTEXT
#include <QtConcurrent/QtConcurrent>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>
#include <unistd.h>

int compute(int i) { return i; }
// CONTEXT-DAG: cpu-pool mapped: passed to 'QtConcurrent::mapped'
int mapped(const int &i) { return i; }
// CONTEXT-DAG: cpu-pool joined: passed to 'QtConcurrent::blockingMapped'
int joined(const int &i) { return i; }
// CONTEXT-DAG: cpu-pool reduced: passed to 'QtConcurrent::mappedReduced'
void reduced(int &sum, const int &i) { sum += i; }

// CONTEXT-DAG: any-pool ran: passed to 'QtConcurrent::run'
int ran(int i) { return i + sleep(1); }

void futuresBad(QTimer *timer, QFuture<int> future, QFutureWatcher<int> *watcher, QList<int> *list) {
  QObject::connect(timer, &QTimer::timeout, [=] {
    (void)future.result();                     // CHECK: :[[#@LINE]]:{{.*}}'QFuture::result' waits for another thread
    QFuture<int> other = QtConcurrent::run(ran, 1);
    other.waitForFinished();                   // CHECK: :[[#@LINE]]:{{.*}}'QFuture::waitForFinished' waits for another thread
    watcher->waitForFinished();                // CHECK: :[[#@LINE]]:{{.*}}'QFutureWatcherBase::waitForFinished' waits
    QtConcurrent::blockingMapped(*list, joined); // CHECK: :[[#@LINE]]:{{.*}}'QtConcurrent::blockingMapped' waits
    QFutureSynchronizer<int> all(other);
    all.waitForFinished();                     // CHECK: :[[#@LINE]]:{{.*}}'QFutureSynchronizer::waitForFinished' waits
  });                                          // CHECK: :[[#@LINE]]:{{.*}}'QFutureSynchronizer::~QFutureSynchronizer' waits
}

// What a watcher reports is ready.
void futuresOk(QFutureWatcher<int> *watcher, QFuture<int> asked) {
  QObject::connect(watcher, &QFutureWatcher<int>::progressValueChanged, [=] {
    if (asked.isFinished())
      (void)asked.result();
  });
  QObject::connect(watcher, &QFutureWatcher<int>::finished, [=] {
    watcher->result();
    watcher->future().result();
  });
  QObject::connect(watcher, &QFutureWatcher<int>::finished, [=] {
    QFuture<int> future = watcher->future();
    future.waitForFinished();
  });
  QObject::connect(watcher, &QFutureWatcher<int>::finished, [] {
    QtFuture::makeReadyFuture(1).result();
  });
}

// CONTEXT-DAG: any-pool startedOk::(lambda:1): passed to 'QtConcurrent::run'
// CONTEXT-DAG: any-pool startedOk::(lambda:2): passed to 'QFuture::then'
// CONTEXT-DAG: any-pool startedOk::(lambda:3): passed to 'QFuture::then'
// CONTEXT-DAG: any-pool startedOk::(lambda:4): passed to 'QFuture::then'
void startedOk(QThreadPool *pool, QList<int> *list) {
  QtConcurrent::run(pool, [] { sleep(1); })
      .then([] { sleep(1); })
      .then(QtFuture::Launch::Async, [] { sleep(1); })
      .then(pool, [] { sleep(1); });
  QtConcurrent::mapped(*list, mapped);
  QtConcurrent::mappedReduced(*list, compute, reduced);
}

// CONTEXT-DAG: gui continuedBad::(lambda:1): passed to 'QFuture::then'
void continuedBad(QWidget *widget, QObject *object, QFuture<int> future) {
  future.then(widget, [](int) {});
  future.then(object, [](int) { usleep(11000); }) // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
      .onFailed(object, [] { usleep(12000); return 0; }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
}

// The same names, of an own class.
struct Future {
  int result() { return 1; }
  template <class F> void then(F f) { f(); }
};
void look_alikesOk(QTimer *timer, Future *f) {
  QObject::connect(timer, &QTimer::timeout, [=] { f->result(); });
  f->then([] { sleep(1); });
}
