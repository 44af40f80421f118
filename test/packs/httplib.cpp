// The httplib pack: requests wait for the server, handlers run on a pool.
// RUN: waitwise check --fail-on none --require-rules-hit=httplib %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- -std=c++20 | FileCheck %s --check-prefix=CONTEXT
#include "Inputs/task.h"
#include <httplib.h>

task waitingBad(httplib::Client &client, httplib::Server &server) {
  client.Get("/");                      // CHECK: :[[#@LINE]]:{{.*}}'httplib::Client::Get' waits for the network
  client.Post("/", "body", "text/plain"); // CHECK: :[[#@LINE]]:{{.*}}'httplib::Client::Post' waits for the network
  server.listen("host", 80);            // CHECK: :[[#@LINE]]:{{.*}}'httplib::Server::listen' runs a nested event loop
  co_return;
}

task settingsOk(httplib::Client &client) {
  client.set_read_timeout(1, 0);
  client.stop();
  co_return;
}

// CONTEXT-DAG: io-pool handlersOk::(lambda:1):
// CONTEXT-DAG: io-pool handlersOk::(lambda:2):
// CONTEXT-DAG: io-pool handlersOk::(lambda:3):
// CONTEXT-DAG: io-pool handlersOk::(lambda:4):
void handlersOk(httplib::Server &server, httplib::Response &response, httplib::TaskQueue &queue) {
  server.Get("/", [](const httplib::Request &, httplib::Response &) { sleep(1); });
  server.set_logger([](const httplib::Request &, const httplib::Response &) {});
  response.set_content_provider("text/plain", [](size_t, httplib::DataSink &) { return true; });
  queue.enqueue([] { sleep(1); });
}

// A class of the program's own with the same names.
struct Map {
  int Get(const char *);
};
task lookAlikesOk(Map m) {
  m.Get("/");
  co_return;
}
