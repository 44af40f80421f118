// The qt-network pack: only what waits for a peer blocks, buffers and asynchronous calls do not.
// RUN: waitwise check --fail-on none %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=qt-network %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6
#include <QtCore/QTimer>
#include <QtDBus/QtDBus>
#include <QtNetwork/QHostInfo>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>
#include <QtNetwork/QSslSocket>
#include <QtNetwork/QTcpServer>
#include <unistd.h>

void socketsBad(QTcpSocket *socket, QSslSocket *tls, QLocalSocket *local, QTcpServer *server, QLocalServer *other) {
  QObject::connect(socket, &QTcpSocket::readyRead, [=] {
    socket->waitForConnected();      // CHECK: :[[#@LINE]]:{{.*}}waitForConnected' waits for the network, up to 30 s
    socket->waitForReadyRead(-1);    // CHECK: :[[#@LINE]]:{{.*}}waitForReadyRead' waits for the network, without limit
    tls->waitForEncrypted(50);       // CHECK: :[[#@LINE]]:{{.*}}waitForEncrypted' waits for the network, up to 50 ms
    local->waitForDisconnected();    // CHECK: :[[#@LINE]]:{{.*}}waitForDisconnected' waits for a peer process, up to 30 s
    server->waitForNewConnection(100); // CHECK: :[[#@LINE]]:{{.*}}waitForNewConnection' waits for the network, up to 100 ms
  });
  QObject::connect(local, &QLocalSocket::readyRead, [=] {
    other->waitForNewConnection(-1); // CHECK: :[[#@LINE]]:{{.*}}waitForNewConnection' waits for a peer process, without limit
  });
}

void socketsOk(QTcpSocket *socket, QTcpServer *server, QNetworkAccessManager *manager, QNetworkReply *reply) {
  QObject::connect(socket, &QTcpSocket::readyRead, [=] {
    socket->connectToHost("host", 80);
    socket->readAll();
    socket->write("text");
    socket->flush();
    socket->waitForReadyRead(0);
    server->waitForNewConnection();
    manager->get(QNetworkRequest());
    reply->readAll();
  });
}

struct Server : QTcpServer {
  void incomingConnection(qintptr) override {
    usleep(11000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  }
};
struct Manager : QNetworkAccessManager {
  QNetworkReply *createRequest(Operation, const QNetworkRequest &, QIODevice *) override {
    usleep(12000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
    return nullptr;
  }
};

void namesBad(QObject *object) {
  QHostInfo::lookupHost("host", [](QHostInfo) { usleep(13000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 13 ms
  QHostInfo::lookupHost("host", object, [](QHostInfo) {
    usleep(14000);                   // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 14 ms
    QHostInfo::fromName("host");     // CHECK: :[[#@LINE]]:{{.*}}'QHostInfo::fromName' waits for a name server
  });
}

void busBad(QTimer *timer, QDBusConnection bus, QDBusMessage message, QDBusAbstractInterface *proxy) {
  QObject::connect(timer, &QTimer::timeout, [=] {
    bus.call(message);               // CHECK: :[[#@LINE]]:{{.*}}'QDBusConnection::call' waits for
    proxy->call("Method", 1);        // CHECK: :[[#@LINE]]:{{.*}}'QDBusAbstractInterface::call' waits for
    bus.asyncCall(message).waitForFinished(); // CHECK: :[[#@LINE]]:{{.*}}'QDBusPendingCall::waitForFinished' waits for
    QDBusInterface interface("s", "/");       // CHECK: :[[#@LINE]]:{{.*}}'QDBusInterface::QDBusInterface' waits for
    proxy->property("p");            // CHECK: :[[#@LINE]]:{{.*}}'QObject::property' waits for
    bus.interface()->isServiceRegistered("s"); // CHECK: :[[#@LINE]]:{{.*}}'QDBusConnectionInterface::isServiceRegistered' waits for
  });
}

void busOk(QTimer *timer, QDBusConnection bus, QDBusMessage message, QDBusAbstractInterface *proxy) {
  QObject::connect(timer, &QTimer::timeout, [=] {
    bus.call(message, QDBus::NoBlock);
    proxy->call(QDBus::NoBlock, "Method", 1);
    proxy->asyncCall("Method", 1);
    bus.send(message);
    timer->property("p"); // an object of this process
  });
}

// Slots that are named in texts.
struct Watcher : QObject {
  void appearedBad() { usleep(15000); } // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 15 ms
  void answeredBad() { usleep(16000); } // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 16 ms
  void failedBad() { usleep(17000); }   // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 17 ms
  void resolvedBad() { usleep(18000); } // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 18 ms
  void otherOk() { sleep(1); }
};
void watchedBad(QDBusConnection bus, QDBusMessage message, QDBusAbstractInterface *proxy, Watcher *w) {
  bus.connect("s", "/", "i", "n", w, SLOT(appearedBad()));
  bus.callWithCallback(message, w, SLOT(answeredBad()), 1000);
  proxy->callWithCallback("m", {}, w, SLOT(answeredBad()), SLOT(failedBad()));
  QHostInfo::lookupHost("host", w, SLOT(resolvedBad()));
}

// The same names, of own classes.
struct Peer {
  bool waitForConnected(int = 30000) { return true; }
  int call(int) { return 0; }
};
void look_alikesOk(QTimer *timer, Peer *peer) {
  QObject::connect(timer, &QTimer::timeout, [=] { peer->waitForConnected(), peer->call(1); });
}
