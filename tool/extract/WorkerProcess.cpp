//===- extract/WorkerProcess.cpp - one worker, seen from outside ----------===//
//
// posix_spawn rather than fork: the parent may have threads and much memory.
// All descriptors are close-on-exec, so that no worker holds another's socket
// open: the end of a socket is how death is noticed on either side.
//
//===----------------------------------------------------------------------===//
#include "extract/WorkerProcess.h"

#include "support/Error.h"

#include <cerrno>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;
using namespace waitwise;

OwnedFd::~OwnedFd() {
  if (FD >= 0)
    ::close(FD);
}

static Error systemError(int Code, const char *What) {
  std::error_code EC(Code, std::generic_category());
  return failure(Twine(What) + ": " + EC.message());
}

Expected<WorkerProcess> WorkerProcess::start(ArrayRef<std::string> Command) {
  WorkerProcess W;
  int Ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, Ends) != 0)
    return systemError(errno, "cannot make a socket");
  W.Socket = OwnedFd(Ends[0]);
  // A worker that does not take its job must not stop all others: what cannot
  // be sent is lost to its time limit.
  timeval Patience = {10, 0};
  ::setsockopt(W.Socket.get(), SOL_SOCKET, SO_SNDTIMEO, &Patience,
               sizeof(Patience));
  OwnedFd TheirSocket(Ends[1]);
  if (::pipe2(Ends, O_CLOEXEC) != 0)
    return systemError(errno, "cannot make a pipe");
  W.Output = OwnedFd(Ends[0]);
  OwnedFd TheirOutput(Ends[1]);
  ::fcntl(W.Output.get(), F_SETFL, O_NONBLOCK);

  std::vector<char *> Argv;
  for (const std::string &Word : Command)
    Argv.push_back(const_cast<char *>(Word.c_str()));
  Argv.push_back(nullptr);
  posix_spawn_file_actions_t Actions;
  posix_spawn_file_actions_init(&Actions);
  posix_spawn_file_actions_adddup2(&Actions, TheirSocket.get(), 0);
  posix_spawn_file_actions_adddup2(&Actions, TheirOutput.get(), 1);
  posix_spawn_file_actions_adddup2(&Actions, TheirOutput.get(), 2);
  int Code = ::posix_spawn(&W.Pid, Argv[0], &Actions, /*attrp=*/nullptr,
                           Argv.data(), environ);
  posix_spawn_file_actions_destroy(&Actions);
  if (Code != 0) {
    W.Pid = -1;
    return systemError(Code, Argv[0]);
  }
  return W;
}

WorkerProcess &WorkerProcess::operator=(WorkerProcess &&Other) {
  std::swap(Pid, Other.Pid);
  std::swap(Reply, Other.Reply);
  std::swap(Printed, Other.Printed);
  Socket = std::move(Other.Socket);
  Output = std::move(Other.Output);
  return *this;
}

bool WorkerProcess::send(StringRef Message) {
  Printed.clear();
  Reply.clear();
  while (!Message.empty()) {
    ssize_t N =
        ::send(Socket.get(), Message.data(), Message.size(), MSG_NOSIGNAL);
    if (N < 0 && errno == EINTR)
      continue;
    if (N < 0)
      return false;
    Message = Message.drop_front(size_t(N));
  }
  return true;
}

bool WorkerProcess::receive() {
  char Bytes[1 << 16];
  ssize_t N;
  do
    N = ::recv(Socket.get(), Bytes, sizeof(Bytes), 0);
  while (N < 0 && errno == EINTR);
  if (N <= 0)
    return false;
  Reply.append(StringRef(Bytes, size_t(N)));
  return !Reply.isBroken();
}

void WorkerProcess::collectOutput() {
  constexpr size_t Kept = 4096;
  char Bytes[4096];
  ssize_t N = ::read(Output.get(), Bytes, sizeof(Bytes));
  for (; N > 0; N = ::read(Output.get(), Bytes, sizeof(Bytes)))
    if (Printed.size() < Kept)
      Printed.append(Bytes, std::min(size_t(N), Kept - Printed.size()));
  // At the end: poll() would report it for ever.
  if (N == 0)
    Output = OwnedFd();
}

int WorkerProcess::end() {
  if (Pid <= 0)
    return 0;
  // A process closes its descriptors after its wait status is settled: if its
  // socket is at an end, the signal changes nothing.
  int Status = 0;
  ::kill(Pid, SIGKILL);
  while (::waitpid(Pid, &Status, 0) < 0 && errno == EINTR)
    ;
  if (Output.get() >= 0)
    collectOutput();
  Pid = -1;
  return Status;
}
