//===- server/Mistaken.cpp - six mistakes ---------------------------------===//
//
// Each has a number; Advised.cpp has the same number where it is not made.
//
//===----------------------------------------------------------------------===//
#include "Server.h"

#include <arpa/inet.h>
#include <fstream>
#include <netdb.h>
#include <sys/socket.h>

namespace server {
namespace {

/// 1: the look-up keeps the whole loop waiting.
Task<Response> resolve(Server &S) {
  addrinfo Hints{}, *Found = nullptr;
  Hints.ai_socktype = SOCK_STREAM;
  int Failed = getaddrinfo(S.Host.c_str(), "80", &Hints, &Found);
  if (Failed)
    co_return Response{500, gai_strerror(Failed)};
  freeaddrinfo(Found);
  co_return Response{200, "resolved"};
}

/// 2: a callback of the loop reads a file.
Task<Response> readFile(Server &S) {
  Deferred<std::string> Read;
  S.L.post([&S, Read]() mutable {
    std::ifstream In(S.File);
    std::string Text;
    for (std::string Line; std::getline(In, Line);)
      Text += Line + "\n";
    Read.callback(std::to_string(Text.size()));
  });
  co_return Response{200, co_await ready(Read)};
}

/// 3: the mutex stays locked while other coroutines run.
Task<Response> visit(Server &S) {
  std::lock_guard Guard(S.Visiting);
  size_t Before = S.Visits;
  co_await yieldNow();
  S.Visits = Before + 1;
  co_return Response{200, "visited"};
}

/// 4: each element is compared with each other one, on the loop.
Task<Response> duplicates(Server &) {
  std::vector<std::string> Items;
  for (int I = 0; I != 1000; ++I)
    Items.push_back(std::to_string(I * 7919 % 997));
  size_t Duplicates = 0;
  for (size_t I = 0; I != Items.size(); ++I)
    for (size_t J = 0; J != Items.size(); ++J)
      Duplicates += J < I && Items[I] == Items[J];
  co_return Response{200, std::to_string(Duplicates)};
}

/// What the upstream answers; waits for it.
std::string askUpstream(uint16_t Port) {
  Descriptor Socket(checked(socket(AF_INET, SOCK_STREAM, 0), "socket"));
  sockaddr_in Address{};
  Address.sin_family = AF_INET;
  Address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  Address.sin_port = htons(Port);
  checked(connect(Socket.get(), reinterpret_cast<sockaddr *>(&Address),
                  sizeof(Address)),
          "connect");
  send(Socket.get(), "?", 1, MSG_NOSIGNAL);
  char Answer[16];
  ssize_t Count = recv(Socket.get(), Answer, sizeof(Answer), 0);
  return std::string(Answer, size_t(std::max<ssize_t>(Count, 0)));
}

/// 5: a thread for every request that the upstream has to answer.
Task<Response> upstream(Server &S) {
  Deferred<std::string> Answer;
  std::thread([Answer, Port = S.Upstream, Mail = S.L.inbox()]() mutable {
    std::string Text = askUpstream(Port);
    Mail->post([Answer, Text]() mutable { Answer.callback(Text); });
  }).detach();
  co_return Response{200, co_await ready(Answer)};
}

int partialSum(int From, int To) {
  int Sum = 0;
  for (int I = From; I != To; ++I)
    Sum += I % 7;
  return Sum;
}

/// 6: a worker waits for work that only another worker of its pool can do.
Task<Response> sum(Server &S) {
  auto Whole = co_await onPool(S.Cpu, [&S] {
    auto Half = S.Cpu.submit([] { return partialSum(0, 50'000); });
    int Other = partialSum(50'000, 100'000);
    // Without the limit, as many requests as workers would wait for ever.
    return Half.waitFor(std::chrono::milliseconds(20)) ? Half.take() + Other
                                                       : 2 * Other;
  });
  co_return Response{200, std::to_string(Whole)};
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
