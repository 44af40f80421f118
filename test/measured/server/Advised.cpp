//===- server/Advised.cpp - the same program, with the advice followed ----===//
#include "Server.h"

#include <fstream>
#include <netdb.h>
#include <unordered_set>

namespace server {
namespace {

/// 1: a thread that may wait looks the name up.
Task<Response> resolve(Server &S) {
  std::string Answer = co_await onPool(S.Io, [&S] {
    addrinfo Hints{}, *Found = nullptr;
    Hints.ai_socktype = SOCK_STREAM;
    int Failed = getaddrinfo(S.Host.c_str(), "80", &Hints, &Found);
    if (Failed)
      return std::string(gai_strerror(Failed));
    freeaddrinfo(Found);
    return std::string("resolved");
  });
  co_return Response{200, Answer};
}

std::string readWhole(const std::string &Path) {
  std::ifstream In(Path);
  std::string Text;
  for (std::string Line; std::getline(In, Line);)
    Text += Line + "\n";
  return Text;
}

/// 2: so does one that reads the file; the callback gets the text.
Task<Response> readFile(Server &S) {
  auto Size = deferOnPool(S.L, S.Io, [&S] {
                return readWhole(S.File);
              }).then([](std::string Text) { return Text.size(); });
  co_return Response{200, std::to_string(co_await ready(Size))};
}

/// 3: one thread, and nothing suspends in between: no mutex.
Task<Response> visit(Server &S) {
  co_await yieldNow();
  ++S.Visits;
  co_return Response{200, "visited"};
}

/// 4: each element is looked up once, and on the pool.
Task<Response> duplicates(Server &S) {
  size_t Duplicates = co_await onPool(S.Cpu, [] {
    std::unordered_set<std::string> Seen;
    size_t Again = 0;
    for (int I = 0; I != 1000; ++I)
      Again += !Seen.insert(std::to_string(I * 7919 % 997)).second;
    return Again;
  });
  co_return Response{200, std::to_string(Duplicates)};
}

/// 5: the loop waits for all of them at a time.
Task<Response> upstream(Server &S) {
  Stream Peer = co_await connect(S.Upstream);
  co_await Peer.write("?");
  char Answer[16];
  size_t Count = co_await Peer.read(Answer);
  co_return Response{200, std::string(Answer, Count)};
}

int partialSum(int From, int To) {
  int Sum = 0;
  for (int I = From; I != To; ++I)
    Sum += I % 7;
  return Sum;
}

/// 6: the coroutine waits for both halves, no worker does.
Task<Response> sum(Server &S) {
  auto [Half, Other] = co_await gather(
      onPool(S.Cpu, [] { return partialSum(0, 50'000); }),
      onPool(S.Cpu, [] { return partialSum(50'000, 100'000); }));
  co_return Response{200, std::to_string(Half + Other)};
}

} // namespace

Task<Response> handle(Server &S, Request R) {
  if (R.Target == "/resolve")
    return resolve(S);
  if (R.Target == "/file")
    return readFile(S);
  if (R.Target == "/visit")
    return visit(S);
  if (R.Target == "/duplicates")
    return duplicates(S);
  if (R.Target == "/upstream")
    return upstream(S);
  return sum(S);
}

} // namespace server
