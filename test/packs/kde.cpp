// The kde pack: what Plasma calls must not wait for disks, programs and jobs; a runner's search runs in a pool.
// RUN: waitwise check --profile strict --fail-on none --require-rules-hit=kde %s -- -std=c++17 -fPIC -isystem %S/Inputs/kde \
// RUN:   -isystem /usr/include/x86_64-linux-gnu/qt5 | FileCheck %s --implicit-check-not={{warning|error}}:
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <kde.h>

// Made by the factory of a plugin.
struct Engine : Plasma::DataEngine {
  Engine() {
    KMountPoint::currentMountPoints();   // CHECK: :[[#@LINE]]:{{.*}}'KMountPoint::currentMountPoints' waits for the disk
  }
  bool sourceRequestEvent(const QString &name) override {
    KDiskFreeSpaceInfo::freeSpaceInfo(name); // CHECK: :[[#@LINE]]:{{.*}}'KDiskFreeSpaceInfo::freeSpaceInfo' waits for the disk
    return true;
  }
};

struct Job : Plasma::ServiceJob {
  KProcess program;
  void start() override {
    program.execute();                   // CHECK: :[[#@LINE]]:{{.*}}'KProcess::execute' waits for another process
    program.start();                     // CHECK: :[[#@LINE]]:{{.*}}'KProcess::start' waits for another process
    KToolInvocation::kdeinitExecWait("x", {}); // CHECK: :[[#@LINE]]:{{.*}}'KToolInvocation::kdeinitExecWait' waits for a remote call
  }
};

struct Service : Plasma::Service {
  Plasma::ServiceJob *createJob(const QString &, QVariantMap &) override {
    KFileItem().mimetype();              // CHECK: :[[#@LINE]]:{{.*}}'KFileItem::mimetype' waits for the disk
    return new Job;                      // not started yet
  }
};

struct Module : KCModule {
  void load() override {
    KIO::NetAccess::exists({}, KIO::NetAccess::SourceSide, this); // CHECK: :[[#@LINE]]:{{.*}}'KIO::NetAccess::exists' runs a nested event loop
    Job().exec();                        // CHECK: :[[#@LINE]]:{{.*}}'KJob::exec' runs a nested event loop
  }
};

struct Runner : Plasma::AbstractRunner {
  void match(void *) override { KDiskFreeSpaceInfo::freeSpaceInfo("/poolOk"); }
  void run(void *, void *) override {
    QThread::sleep(1);                   // CHECK: :[[#@LINE]]:{{.*}}'QThread::sleep' sleeps, for 1 s
  }
};

// Slots of an engine run where it lives: a user interface bears this.
void connectOk(QTimer *timer, Engine *engine) {
  QObject::connect(timer, &QTimer::timeout, engine, [] { QThread::msleep(5); });
}

// The same names, of classes that no framework calls.
struct Plain {
  virtual bool sourceRequestEvent(const QString &name) {
    KDiskFreeSpaceInfo::freeSpaceInfo(name);
    return true;
  }
};
