//===- extract/WorkerProcess.h - one worker, seen from outside ------------===//
//
//   this process ◀── socket: jobs, replies ──▶ fd 0 ┐
//                ◀── pipe: whatever is printed ── fd 1, 2 ┘ worker
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_WORKERPROCESS_H
#define WAITWISE_EXTRACT_WORKERPROCESS_H

#include "extract/WorkerMessages.h"

#include "llvm/Support/Error.h"

#include <sys/types.h>

namespace waitwise {

/// A file descriptor that is closed with its owner.
class OwnedFd {
public:
  OwnedFd() = default;
  explicit OwnedFd(int FD) : FD(FD) {}
  OwnedFd(OwnedFd &&Other) : FD(Other.FD) { Other.FD = -1; }
  OwnedFd &operator=(OwnedFd &&Other) {
    std::swap(FD, Other.FD);
    return *this;
  }
  ~OwnedFd();
  int get() const { return FD; }

private:
  int FD = -1;
};

/// A running child. It is killed and waited for with its owner.
class WorkerProcess {
public:
  /// Starts \p Command (absolute program, arguments), which must end up in
  /// runWorker().
  static llvm::Expected<WorkerProcess>
  start(llvm::ArrayRef<std::string> Command);

  WorkerProcess() = default;
  WorkerProcess(WorkerProcess &&Other) { *this = std::move(Other); }
  WorkerProcess &operator=(WorkerProcess &&Other);
  ~WorkerProcess() { end(); }

  bool isRunning() const { return Pid > 0; }
  /// False: it is dead.
  bool send(llvm::StringRef Message);
  int socket() const { return Socket.get(); }
  int output() const { return Output.get(); }
  /// Takes in what has come over the socket; false at its end.
  bool receive();
  /// Takes in what it printed, of which the beginning is kept.
  void collectOutput();

  /// Kills it if it still runs; its wait status.
  int end();

  MessageBuffer Reply;
  std::string Printed; ///< Since the last job was sent.

private:
  pid_t Pid = -1;
  OwnedFd Socket, Output;
};

} // namespace waitwise

#endif // WAITWISE_EXTRACT_WORKERPROCESS_H
