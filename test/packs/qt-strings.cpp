// The qt pack: slots that are named in texts, by SLOT(), invokeMethod and connectSlotsByName.
// RUN: waitwise check --fail-on none %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt5 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none %s -- -std=c++17 -fPIC -DQT_NO_DEBUG -isystem /usr/include/x86_64-linux-gnu/qt5 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>
#include <unistd.h>

class Base : public QObject {
  Q_OBJECT
public slots:
  void inBaseBad() {
    usleep(21000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 21 ms, and blocks the event loop
  }
  virtual void overriddenOk() {}
};

class Service : public Base {
  Q_OBJECT
public:
  explicit Service(QTimer *timer) {
    connect(timer, SIGNAL(timeout()), this, SLOT(ownBad()));
    connect(timer, SIGNAL(timeout()), SLOT(inBaseBad()));
    connect(timer, SIGNAL(timeout()), SLOT(typedBad(const QString &)), Qt::QueuedConnection);
    QMetaObject::connectSlotsByName(this);
  }
public slots:
  void ownBad() {
    usleep(22000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 22 ms, and blocks the event loop
  }
  // The types tell overloads apart.
  void typedBad(const QString &) {
    usleep(23000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 23 ms
  }
  void typedBad(int) { sleep(1); }
  void on_button_clickedBad() {
    usleep(24000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 24 ms
  }
  void overriddenOk() override {
    usleep(25000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 25 ms
  }
  void laterBad() {
    usleep(26000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 26 ms
  }
  void askedBad() {
    usleep(27000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 27 ms
  }
  void neverOk() { sleep(2); }
signals:
  void finished();
};

void connectedBad(QTimer *timer, Base *base) {
  auto *service = new Service(timer);
  QObject::connect(timer, SIGNAL(timeout()), base, SLOT(overriddenOk()));
  QObject::connect(timer, SIGNAL(timeout()), service, SIGNAL(finished()));
  QTimer::singleShot(10, service, SLOT(laterBad()));
  QMetaObject::invokeMethod(service, "askedBad", Qt::QueuedConnection);
}

// Not a slot of the class, somebody else's text, or nobody's.
class Stranger : public QObject {
  Q_OBJECT
public slots:
  void ownBad() { sleep(3); }
};
void strangersOk(QTimer *timer, Service *service, const char *text) {
  QObject::connect(timer, SIGNAL(timeout()), service, SLOT(deleteLater()));
  QObject::connect(timer, SIGNAL(timeout()), service, SLOT(missing()));
  QObject::connect(timer, SIGNAL(timeout()), service, text);
  QObject::disconnect(timer, SIGNAL(timeout()), service, SLOT(neverOk()));
}

// What was moved to a thread may wait there, and so may what a thread starts.
class Worker : public QObject {
  Q_OBJECT
public:
  void attach(QThread *thread, QTimer *timer) {
    connect(thread, SIGNAL(started()), SLOT(workOk()));
    connect(timer, SIGNAL(timeout()), SLOT(directOk()), Qt::DirectConnection);
  }
public slots:
  void workOk() { sleep(4); }
  void stepOk() { sleep(5); }
  void directOk() { sleep(6); }
};
void workersOk(QThread *thread, QTimer *timer) {
  auto *worker = new Worker;
  worker->moveToThread(thread);
  QObject::connect(thread, SIGNAL(started()), worker, SLOT(workOk()));
  QObject::connect(timer, SIGNAL(timeout()), worker, SLOT(stepOk()));
}

// Slots of widgets, however they are connected.
class Panel : public QWidget {
  Q_OBJECT
private slots:
  void on_button_clicked() {
    sleep(7); // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 7 s, and blocks the GUI thread
  }
};
