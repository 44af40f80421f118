//===- runtime/ForkServer.cpp - the server's loop and the worker's --------===//
#include "ForkServer.h"

#include "Monitor.h"

#include <csignal>
#include <cstdio>
#include <map>
#include <sys/prctl.h>
#include <sys/wait.h>

// ThreadSanitizer keeps a thread of its own.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define WAITWISE_OWN_THREADS 2
#endif
#endif
#ifndef WAITWISE_OWN_THREADS
#define WAITWISE_OWN_THREADS 1
#endif

namespace waitwise::runtime {

struct ForkServer::Request {
  enum { Start, Kill, End } What;
  uint64_t Worker = 0;
};

namespace {

/// Answers calls until the other end goes. A call is the address of a function
/// that reads the rest of the message and writes the reply.
[[noreturn]] void runWorker(Link Channel) {
  Message Call;
  while (Channel.receive(Call) == LinkState::Whole) {
    Reader In(Call);
    auto Run =
        reinterpret_cast<void (*)(Reader &, Message &)>(take<uintptr_t>(In));
    Message Reply;
    Run(In, Reply);
    std::fflush(nullptr); // what the call has printed is not lost
    if (Channel.send(Reply) != LinkState::Whole)
      break;
  }
  _exit(0);
}

/// Closes all descriptors but the standard ones and one more, so that workers
/// share nothing with the program by accident.
void closeAllBut(int Kept) {
  if (Kept > 3)
    close_range(3, unsigned(Kept - 1), 0);
  close_range(unsigned(Kept + 1), ~0u, 0);
}

/// Forks a worker that serves the other end of a channel.
pid_t startWorker(Descriptor Channel) {
  pid_t Server = getpid();
  // NOLINTNEXTLINE(waitwise-thread-per-task): the pool asks for so many only
  pid_t Worker = fork();
  if (Worker != 0)
    return Worker;
  closeAllBut(Channel.get());
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != Server) // it died before it could be watched
    _exit(1);
  runWorker(Link(std::move(Channel)));
}

int reap(pid_t Worker) {
  int Status = 0;
  while (waitpid(Worker, &Status, 0) < 0 && errno == EINTR)
    ;
  return Status;
}

/// The workers of a server, by number.
using Workers = std::map<uint64_t, pid_t>;

/// What a request asks for; the answer to it.
template <class Request>
int serve(const Request &R, Workers &Running, Descriptor Channel) {
  if (R.What == Request::Start) {
    pid_t Worker = startWorker(std::move(Channel));
    if (Worker > 0)
      Running.emplace(R.Worker, Worker);
    return Worker;
  }
  auto Found = Running.find(R.Worker);
  if (Found == Running.end())
    return 0;
  ::kill(Found->second, SIGKILL);
  if (R.What == Request::Kill)
    return 0;
  int Status = reap(Found->second);
  Running.erase(Found);
  return Status;
}

/// Serves requests, one after another, until the program goes.
template <class Request> [[noreturn]] void runServer(Link Control) {
  Workers Running;
  Message Asked;
  while (Control.receive(Asked) == LinkState::Whole) {
    Reader In(Asked);
    Request R = take<Request>(In);
    Link Answer(In.descriptor());
    Descriptor Channel;
    if (R.What == Request::Start)
      Channel = In.descriptor();
    Message Reply;
    put(Reply, serve(R, Running, std::move(Channel)));
    Answer.send(Reply);
  }
  for (auto [Number, Worker] : Running)
    ::kill(Worker, SIGKILL);
  for (auto [Number, Worker] : Running)
    reap(Worker);
  _exit(0);
}

} // namespace

ForkServer::ForkServer() {
  if (Census::take().Threads > WAITWISE_OWN_THREADS)
    throw std::logic_error("a fork server is started before any thread");
  std::fflush(nullptr); // or it would be printed twice
  auto [Ours, Theirs] = Link::packets();
  Server = checked(fork(), "fork server");
  if (Server == 0) {
    std::signal(SIGINT, SIG_IGN); // the program decides when to end
    closeAllBut(Theirs.descriptor());
    runServer<Request>(std::move(Theirs));
  }
  Control = std::move(Ours);
}

ForkServer::~ForkServer() {
  Control.close();
  reap(Server);
}

int ForkServer::ask(Request What, Descriptor Passed) {
  auto [Ours, Theirs] = Link::pair();
  Message Asked, Reply;
  put(Asked, What);
  Asked.Descriptors.push_back(Theirs.take());
  if (Passed)
    Asked.Descriptors.push_back(std::move(Passed));
  LinkState State = Control.send(Asked);
  Asked = Message(); // or the answer's link would not end with the server
  if (State != LinkState::Whole || Ours.receive(Reply) != LinkState::Whole)
    throw std::runtime_error("the fork server is gone");
  Reader In(Reply);
  return take<int>(In);
}

WorkerProcess ForkServer::start() {
  auto [Ours, Theirs] = Link::pair();
  uint64_t Number = ++Started;
  pid_t Worker = ask({Request::Start, Number}, Theirs.take());
  if (Worker <= 0)
    throw std::runtime_error("the fork server could not fork");
  return {Number, Worker, std::move(Ours)};
}

void ForkServer::kill(uint64_t Worker) {
  try {
    ask({Request::Kill, Worker});
  } catch (const std::runtime_error &) {
    // the kernel did it when the server died
  }
}

int ForkServer::end(uint64_t Worker) {
  try {
    return ask({Request::End, Worker});
  } catch (const std::runtime_error &) {
    return SIGKILL; // the kernel did it when the server died
  }
}

} // namespace waitwise::runtime
