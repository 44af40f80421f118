// The qcoro pack: tasks run on the event loop and await what they wait for.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork -isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/qcoro \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=qcoro %s -- -std=c++20 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork -isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/qcoro
#include <QCoro/QCoroCore>
#include <QCoro/QCoroGenerator>
#include <QCoro/QCoroNetwork>
#include <QtCore/QProcess>
#include <QtNetwork/QTcpSocket>
#include <unistd.h>

QCoro::Task<int> connectedBad(QTcpSocket *socket, QProcess *process, QTimer *timer) {
  co_await qCoro(socket).waitForConnected();
  socket->waitForReadyRead();           // CHECK: :[[#@LINE]]:{{.*}}waitForReadyRead' waits for the network, up to 30 s in the bad case, and blocks coroutine 'connectedBad'
  co_await qCoro(process).start();
  process->waitForFinished();           // CHECK: :[[#@LINE]]:{{.*}}waitForFinished' waits for another process
  co_await timer;
  usleep(11000);                        // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  co_return 1;
}

QCoro::Task<> awaitedOk(QTcpSocket *socket, QProcess *process, QFuture<int> future) {
  co_await QCoro::sleepFor(std::chrono::seconds(1));
  co_await qCoro(socket).waitForReadyRead(10);
  co_await qCoro(socket).readAll();
  co_await qCoro(process).waitForFinished();
  co_await future;
}

QCoro::AsyncGenerator<int> generatedBad() {
  usleep(12000);                        // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  co_yield 1;
}

// A synchronous generator runs in whoever asks it for a value.
QCoro::Generator<int> generatedOk() {
  usleep(13000);
  co_yield 1;
}

QCoro::Task<> nestedBad(QTcpSocket *socket, QProcess *process, QTimer *timer) {
  QCoro::waitFor(connectedBad(socket, process, timer)); // CHECK: :[[#@LINE]]:{{.*}}'QCoro::waitFor' runs a nested event loop
  co_return;
}

void continuedBad(QObject *object, QTcpSocket *socket, QProcess *process, QTimer *timer) {
  connectedBad(socket, process, timer).then([](int) { usleep(14000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 14 ms
  QCoro::connect(connectedBad(socket, process, timer), object, [](int) {
    usleep(15000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 15 ms
  });
}

// The same names, elsewhere.
namespace own {
template <class T> int waitFor(T &&) { return sleep(0); }
} // namespace own
QCoro::Task<> look_alikesOk() {
  own::waitFor(1);
  co_return;
}
