// The qt-files pack: files and processes keep event loops waiting, buffers and unknown devices do not.
// RUN: waitwise check --fail-on none %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=qt-files %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6
#include <QtCore/QtCore>
#include <unistd.h>

void filesBad(QTimer *timer, QString name) {
  QObject::connect(timer, &QTimer::timeout, [name] {
    QFile file(name);
    if (!QFile::exists(name))           // CHECK: :[[#@LINE]]:{{.*}}'QFile::exists' waits for the disk
      QFile::copy("old", name);         // CHECK: :[[#@LINE]]:{{.*}}'QFile::copy' waits for the disk, up to 1 s
    file.open(QIODevice::ReadWrite);    // CHECK: :[[#@LINE]]:{{.*}}'QFile::open' waits for the disk, up to 50 ms
    file.readAll();                     // CHECK: :[[#@LINE]]:{{.*}}'QIODevice::readAll' waits for the disk
    file.write("text");                 // CHECK: :[[#@LINE]]:{{.*}}'QIODevice::write' waits for the disk
    QTextStream text(&file);
    text.readLine();                    // CHECK: :[[#@LINE]]:{{.*}}'QTextStream::readLine' waits for the disk
    QDataStream data(&file);
    char c[4];
    data.readRawData(c, 4);             // CHECK: :[[#@LINE]]:{{.*}}'QDataStream::readRawData' waits for the disk
    QSaveFile save(name);
    save.commit();                      // CHECK: :[[#@LINE]]:{{.*}}'QSaveFile::commit' waits for the disk, up to 1 s
    QXmlStreamReader xml(&file);
  });
}

void foldersBad(QTimer *timer, QString name) {
  QObject::connect(timer, &QTimer::timeout, [name] {
    QDir dir(name);
    dir.mkpath("a/b");                  // CHECK: :[[#@LINE]]:{{.*}}'QDir::mkpath' waits for the disk
    dir.entryList();                    // CHECK: :[[#@LINE]]:{{.*}}'QDir::entryList' waits for the disk
    QDirIterator it(name);              // CHECK: :[[#@LINE]]:{{.*}}'QDirIterator::QDirIterator' waits for the disk
    it.next();                          // CHECK: :[[#@LINE]]:{{.*}}'QDirIterator::next' waits for the disk
    QFileInfo(name).size();             // CHECK: :[[#@LINE]]:{{.*}}'QFileInfo::size' waits for the disk
    QStorageInfo::mountedVolumes();     // CHECK: :[[#@LINE]]:{{.*}}'QStorageInfo::mountedVolumes' waits for the disk
    QStandardPaths::findExecutable("x"); // CHECK: :[[#@LINE]]:{{.*}}'QStandardPaths::findExecutable' waits for the disk
    QSettings settings("o", "a");       // CHECK: :[[#@LINE]]:{{.*}}'QSettings::QSettings' waits for the disk
    settings.sync();                    // CHECK: :[[#@LINE]]:{{.*}}'QSettings::sync' waits for the disk
    QLibrary(name).load();              // CHECK: :[[#@LINE]]:{{.*}}'QLibrary::load' waits for the disk
  });
}

// Buffers and strings are memory; what an unknown device does is not known.
void memoryOk(QTimer *timer, QIODevice *device) {
  QObject::connect(timer, &QTimer::timeout, [device] {
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    buffer.write("text");
    QString text;
    QTextStream stream(&text);
    stream.readLine();
    QByteArray bytes;
    QDataStream data(bytes);
    int i;
    data >> i;
    device->readAll();
    QSettings *settings = nullptr;
    settings->value("key");
    QFileInfo("a/b.txt").suffix();
  });
}

void processesBad(QTimer *timer, QProcess *process) {
  QObject::connect(timer, &QTimer::timeout, [process] {
    process->start("ls", QStringList());
    process->waitForFinished();         // CHECK: :[[#@LINE]]:{{.*}}'QProcess::waitForFinished' waits for {{.*}}, up to 30 s
    process->waitForReadyRead(-1);      // CHECK: :[[#@LINE]]:{{.*}}'QProcess::waitForReadyRead' waits for {{.*}}, without limit
    QProcess::execute("ls", QStringList()); // CHECK: :[[#@LINE]]:{{.*}}'QProcess::execute' waits for another process
  });
}

void sharedBad(QTimer *timer, QLockFile *lock, QSystemSemaphore *semaphore) {
  QObject::connect(timer, &QTimer::timeout, [=] {
    lock->tryLock(20);                  // CHECK: :[[#@LINE]]:{{.*}}'QLockFile::tryLock' waits for {{.*}}, up to 20 ms
    lock->lock();                       // CHECK: :[[#@LINE]]:{{.*}}'QLockFile::lock' waits
    semaphore->acquire();               // CHECK: :[[#@LINE]]:{{.*}}'QSystemSemaphore::acquire' waits
  });
}

void sharedOk(QTimer *timer, QLockFile *lock, QProcess *process) {
  QObject::connect(timer, &QTimer::timeout, [=] {
    lock->tryLock();
    process->waitForFinished(0);
    process->readAll();
  });
}

// The same names, of own classes.
struct Archive {
  bool open(int) { return true; }
  QByteArray readAll() { return {}; }
  bool waitForFinished(int = 30000) { return true; }
};
struct Child : QProcess {
  Child() { setChildProcessModifier([] {}); }
};
void look_alikesOk(QTimer *timer, Archive *a) {
  QObject::connect(timer, &QTimer::timeout, [=] { a->open(1), a->readAll(), a->waitForFinished(); });
}
