// The poco-net pack: sockets, HTTP and names that wait for others.
// RUN: waitwise check --fail-on none --require-rules-hit=poco-net %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "Inputs/task.h"
#include <Poco/Net/DNS.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/SMTPClientSession.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketReactor.h>
#include <Poco/Net/StreamSocket.h>
#include <unistd.h>

using namespace Poco::Net;
char data[64];

task socketsBad(StreamSocket s, ServerSocket server, const SocketAddress &a) {
  s.connect(a);                         // CHECK: :[[#@LINE]]:{{.*}}'Poco::Net::StreamSocket::connect' waits for the network
  s.receiveBytes(data, 64);             // CHECK: :[[#@LINE]]:{{.*}}'Poco::Net::StreamSocket::receiveBytes' waits for the network
  s.sendBytes(data, 64);                // CHECK: :[[#@LINE]]:{{.*}}'Poco::Net::StreamSocket::sendBytes' waits for the network
  server.acceptConnection();            // CHECK: :[[#@LINE]]:{{.*}}'Poco::Net::ServerSocket::acceptConnection' waits for the network
  co_return;
}

task socketsOk(const SocketAddress &a) {
  StreamSocket s;
  s.connectNB(a);
  s.setBlocking(false);
  s.receiveBytes(data, 64);
  co_return;
}

task sessionsBad(HTTPClientSession &http, HTTPRequest &request, HTTPResponse &response, SMTPClientSession &mail, SocketReactor &reactor) {
  http.sendRequest(request);            // CHECK: :[[#@LINE]]:{{.*}}'Poco::Net::HTTPClientSession::sendRequest' waits for the network
  http.receiveResponse(response);       // CHECK: :[[#@LINE]]:{{.*}}'Poco::Net::HTTPClientSession::receiveResponse' waits for the network
  mail.login();                         // CHECK: :[[#@LINE]]:{{.*}}'Poco::Net::SMTPClientSession::login' waits for the network
  DNS::resolve("host");                 // CHECK: :[[#@LINE]]:{{.*}}'Poco::Net::DNS::resolve' waits for a name server
  reactor.run();                        // CHECK: :[[#@LINE]]:{{.*}}'Poco::Net::SocketReactor::run' runs a nested event loop
  co_return;
}

// Handlers of a server have threads of their own; those of a reactor share one.
struct PageOk : HTTPRequestHandler {
  void handleRequest(HTTPServerRequest &, HTTPServerResponse &) override { usleep(11000); }
};
struct Reactor : SocketReactor {
  void onIdle() override {
    usleep(12000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  }
};

// A class of the program's own with the same names.
struct Cable {
  void connect();
};
task lookAlikesOk(Cable c) {
  c.connect();
  co_return;
}
