//===- runtime/ForkServer.h - the process that forks the workers ----------===//
//
//   program ──▶ fork server ──▶ worker, worker, …
//
// fork(2) copies one thread of a process, and whatever locks the others held
// stay locked in the child for ever. So the only process that forks is one
// that never had a second thread: it is forked off first, before the program
// starts any, and makes workers on request.
//
// Workers are forks of one program: a function has the same address in all of
// them, which is how a call names it. (Not so code that is loaded later.)
//
// Workers are named by number, and what has died stays a zombie until end()
// takes it: kill() cannot hit a stranger. If the program dies, the server's
// link ends, and it takes its workers with it; if the server dies, the kernel
// kills its workers. Each request brings the link that its answer goes to, so
// threads that ask at the same time need no lock.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_FORKSERVER_H
#define WAITWISE_RUNTIME_FORKSERVER_H

#include "Link.h"

#include <atomic>
#include <cstdint>

namespace waitwise::runtime {

/// What a worker is and how to speak to it.
struct WorkerProcess {
  uint64_t Number = 0;
  pid_t Pid = 0;
  Link Channel;
};

class ForkServer {
public:
  /// Forks the server. Throws std::logic_error if the program has threads.
  ForkServer();
  ForkServer(const ForkServer &) = delete;
  /// Ends the server and every worker that is left.
  ~ForkServer();

  /// A new worker, which answers calls on its channel.
  WorkerProcess start();

  /// Kills a worker that has not been ended; its channel ends.
  void kill(uint64_t Worker);

  /// Kills a worker if it still runs, and takes its zombie. The wait status
  /// of waitpid(2), which says how it died if it was dead already.
  int end(uint64_t Worker);

  pid_t pid() const { return Server; }

private:
  struct Request;
  int ask(Request What, Descriptor Passed = {});

  Link Control;
  pid_t Server = 0;
  std::atomic<uint64_t> Started{0};
};

} // namespace waitwise::runtime

#endif
