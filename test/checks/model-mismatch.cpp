// Work under another model than the one that suits it is reported by the strict
// profile, once, and not where another check reports it.
// RUN: waitwise check --checks model-mismatch,thread-per-task,blocking-in-cpu-pool --profile strict --root %S --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning}}:
// RUN: waitwise check --checks model-mismatch --root %S %s -- -std=c++20 \
// RUN:   | FileCheck %s --check-prefix=DEFAULT --implicit-check-not={{warning}}:
// DEFAULT: nothing to report
#include <algorithm>
#include <boost/asio.hpp>
#include <execution>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

void serve(int client) {
  char data[512];
  while (read(client, data, sizeof data) > 0)
    // CHECK: model-mismatch.cpp:[[@LINE-1]]:{{.*}}[waitwise-blocking-in-cpu-pool]
    ;
}
void multiply(float *a, const float *b, int n) {
  for (int i = 0; i < n; ++i)
    for (int k = 0; k < n; ++k)
      a[i * n + k] *= b[k * n + i];
}

void poolBad(boost::asio::thread_pool &pool, int listener) {
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    boost::asio::post(pool, [client] { serve(client); });
    // CHECK: model-mismatch.cpp:[[@LINE-1]]:5: {{.*}}is io-bound and runs as thread-pool (per-connection): it mostly waits
    // CHECK: event-loop: with coroutines: co_spawn(
  }
}
void fixedBad(float *a, const float *b) {
  for (int i = 0; i < 4; ++i)
    std::thread(multiply, a, b, 4096).detach();
  // CHECK: model-mismatch.cpp:[[@LINE-1]]:{{.*}}'multiply' is cpu-bound and runs as thread (bounded): computing needs as many threads as there are cores
}
void perTaskBad(int listener) {
  for (;;)
    std::thread(serve, accept(listener, nullptr, nullptr)).detach();
  // CHECK: model-mismatch.cpp:[[@LINE-1]]:{{.*}}[waitwise-thread-per-task]
}
void parallelBad(std::vector<int> &clients) {
  std::for_each(std::execution::par, clients.begin(), clients.end(), serve);
}

void handedOverOk(boost::asio::io_context &loop, boost::asio::thread_pool &pool,
                  boost::asio::ip::tcp::acceptor &acceptor) {
  acceptor.async_accept([&](boost::system::error_code,
                            boost::asio::ip::tcp::socket socket) {
    int client = socket.release();
    boost::asio::post(pool, [client] { serve(client); });
    handedOverOk(loop, pool, acceptor);
  });
}
void computingOk(boost::asio::thread_pool &pool, float *a, const float *b) {
  for (int i = 0; i < 100; ++i)
    boost::asio::post(pool, [=] { multiply(a, b, 4096); });
}
void onceOk(boost::asio::thread_pool &pool, int client) {
  std::thread(serve, client).detach();
  boost::asio::post(pool, [client] { serve(client); });
}
void configuredOk(int threads, float *a, const float *b) {
  for (int i = 0; i < threads; ++i)
    std::thread(multiply, a, b, 4096).detach();
}
