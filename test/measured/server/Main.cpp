//===- server/Main.cpp - runs the server until it is told to stop ---------===//
//
//   server FILE     prints its port; at SIGTERM or SIGINT, the longest stall
//                   of its loop in milliseconds
//
//===----------------------------------------------------------------------===//
#include "Server.h"

#include <cstdio>

using namespace std::chrono_literals;

namespace server {
namespace {

/// Answers each question after a while, as a busy server elsewhere would.
Task<> answerSlowly(Stream Peer) {
  char Byte;
  while (co_await Peer.read({&Byte, 1})) {
    co_await sleep(10ms);
    co_await Peer.write("answer");
  }
}

Task<> serveUpstream(Listener &On) {
  Loop &L = co_await thisLoop();
  while (true)
    spawn(L, answerSlowly(co_await On.accept()));
}

Task<> serve(Server &S, Listener &Front, Signals &Stop) {
  Handler Handle = [&S](Request R) { return handle(S, std::move(R)); };
  spawn(S.L, serveHttp(Front, Handle));
  co_await Stop.next();
}

/// The upstream has a loop and a thread of its own: it is not what is slow.
class UpstreamThread {
public:
  UpstreamThread() : Running([this] { run(); }) {}
  ~UpstreamThread() {
    L.inbox()->post([this] { L.stop(); });
    Running.join();
  }
  uint16_t port() const { return Front.port(); }

private:
  void run() {
    try {
      runOn(L, serveUpstream(Front));
    } catch (const Cancelled &) { // it was stopped
    }
  }

  Loop L;
  Listener Front{L};
  std::thread Running;
};

int run(const char *File) {
  Server S;
  S.File = File;
  Signals Stop(S.L, {SIGTERM, SIGINT});
  UpstreamThread Upstream;
  S.Upstream = Upstream.port();
  Listener Front(S.L);
  std::printf("%u\n", Front.port());
  std::fflush(stdout);
  runOn(S.L, serve(S, Front, Stop));
  std::printf("%.1f\n", double(S.L.stalls().longest().count()) / 1e6);
  return 0;
}

} // namespace
} // namespace server

int main(int Argc, char **Argv) {
  if (Argc != 2) {
    std::fputs("usage: server FILE\n", stderr);
    return 2;
  }
  return server::run(Argv[1]);
}
