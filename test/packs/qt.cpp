// The qt pack: timers, queued slots and calls run on event loops, those of moved objects do not.
// RUN: waitwise check --fail-on none %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt5 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=qt %s %S/qt-gui.cpp %S/qt-strings.cpp -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6
#include <QtCore/QAbstractEventDispatcher>
#include <QtCore/QCoreApplication>
#include <QtCore/QEventLoop>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <unistd.h>

struct Service : QObject {
  void slotBad() {
    usleep(21000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 21 ms, and blocks the event loop
  }
  void timedBad() {
    usleep(22000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 22 ms
  }
  void invokedBad() {
    usleep(23000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 23 ms
  }
  void timerEvent(QTimerEvent *) override {
    usleep(24000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 24 ms
  }
  void plainOk() { sleep(1); }
};

// What runs in a thread of its own may wait.
struct Worker : QObject {
  void workOk() { sleep(3); }
  void stepOk() { sleep(4); }
};

void connectedBad(QTimer *timer, Service *service) {
  QObject::connect(timer, &QTimer::timeout, service, &Service::slotBad);
  QObject::connect(timer, &QTimer::timeout, [] {
    usleep(25000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 25 ms
  });
  QObject::connect(timer, &QTimer::timeout, service, [] {
    usleep(26000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 26 ms
  }, Qt::QueuedConnection);
}

void workerOk(QTimer *timer) {
  auto *thread = new QThread;
  auto *worker = new Worker;
  worker->moveToThread(thread);
  QObject::connect(thread, &QThread::started, worker, &Worker::workOk);
  QObject::connect(timer, &QTimer::timeout, worker, &Worker::stepOk);
  QObject::connect(thread, &QThread::started, [] { sleep(5); });
  QTimer::singleShot(0, worker, [] { sleep(6); });
}

// The same, kept in a member.
struct Owner : QObject {
  QThread thread;
  Worker *worker = new Worker;
  Owner() { worker->moveToThread(&thread); }
  void connectOk() {
    connect(this, &QObject::destroyed, worker, [] { sleep(7); });
  }
};

// Who emits the signal of an own class is not known; nor is who runs a direct slot.
void unknownOk(Service *service, QTimer *timer) {
  QObject::connect(service, &QObject::destroyed, [] { sleep(8); });
  QObject::connect(timer, &QTimer::timeout, service, [] { sleep(8); }, Qt::DirectConnection);
}

void timersBad(QTimer *timer, Service *service) {
  QTimer::singleShot(10, [] { usleep(27000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 27 ms
  QTimer::singleShot(10, Qt::PreciseTimer, [] { usleep(28000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 28 ms
  QTimer::singleShot(10, service, &Service::timedBad);
  QTimer::singleShot(10, Qt::PreciseTimer, service, [] { usleep(29000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 29 ms
  timer->callOnTimeout([] { usleep(31000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 31 ms
  timer->callOnTimeout(service, [] { usleep(32000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 32 ms
}

void invokedBad(Service *service) {
  QMetaObject::invokeMethod(service, &Service::invokedBad);
  QMetaObject::invokeMethod(service, [] { usleep(33000); }, Qt::QueuedConnection); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 33 ms
  QMetaObject::invokeMethod(service, [] { sleep(1); }, Qt::DirectConnection);
}

// Nobody is kept waiting at the end.
void quittingOk(QCoreApplication *app, Service *service) {
  QObject::connect(app, &QCoreApplication::aboutToQuit, service, [] { sleep(9); });
}

void nestedBad(QTimer *timer, QObject *other) {
  QObject::connect(timer, &QTimer::timeout, other, [other] {
    QEventLoop loop;
    loop.exec(); // serves the same thread's events
    loop.processEvents(QEventLoop::ExcludeUserInputEvents);
    QCoreApplication::exec(); // CHECK: :[[#@LINE]]:{{.*}}'QCoreApplication::exec' runs a nested event loop
    QCoreApplication::processEvents();
    QMetaObject::invokeMethod(other, [] {}, Qt::BlockingQueuedConnection); // CHECK: :[[#@LINE]]:{{.*}}'QMetaObject::invokeMethod' waits
  });
}

// Names alone prove nothing.
struct Bus {
  template <class F> void connect(int, int, int, F f) { f(); }
  template <class F> void singleShot(int, F f) { f(); }
  int exec() { return sleep(1); }
};

// Before the loop of the main thread starts, nobody waits.
int main(int argc, char **argv) {
  QCoreApplication app(argc, argv);
  Bus().connect(0, 0, 0, [] { sleep(1); });
  Bus().singleShot(0, [] { sleep(1); });
  sleep(Bus().exec());
  QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents);
  return app.exec();
}
