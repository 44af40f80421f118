//===- extract/WorkerMain.cpp - the worker's side -------------------------===//
//
// Reads a job, does it, replies; ends when there are no more jobs. Whatever
// clang prints goes to the parent, which keeps the first lines for the case
// that the worker dies. It must not outlive its parent: the kernel kills it,
// and if the parent was gone before it could ask for that, its socket is at an
// end.
//
//===----------------------------------------------------------------------===//
#include "extract/WorkerMessages.h"
#include "extract/Workers.h"
#include "store/SummaryIO.h"

#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/Signals.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <new>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace llvm;
using namespace waitwise;

[[noreturn]] static void endOutOfMemory() { ::_exit(WE_OutOfMemory); }

static void setUpProcess() {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  rlimit NoCore = {0, 0};
  ::setrlimit(RLIMIT_CORE, &NoCore);
  // A crash must end this process at once: no stack dump, which would run a
  // symbolizer, and no clean-up.
  sys::unregisterHandlers();
  remove_fatal_error_handler();
  install_fatal_error_handler(
      [](void *, const char *Reason, bool) {
        (void)!::write(2, Reason, std::strlen(Reason));
        ::_exit(WE_FatalError);
      },
      nullptr);
  remove_bad_alloc_error_handler();
  install_bad_alloc_error_handler(
      [](void *, const char *, bool) { endOutOfMemory(); }, nullptr);
  std::set_new_handler(endOutOfMemory);
}

static void limitMemory(unsigned MiB) {
#if !defined(__SANITIZE_ADDRESS__) && !__has_feature(address_sanitizer)
  rlim_t Bytes = rlim_t(MiB) << 20;
  rlimit Limit = {Bytes, Bytes};
  ::setrlimit(RLIMIT_AS, &Limit);
#else
  (void)MiB; // The sanitizer maps terabytes of shadow.
#endif
}

/// The next whole message on \p Socket; false at its end.
static bool receive(int Socket, MessageBuffer &Buffer) {
  Buffer.clear();
  while (!Buffer.message()) {
    char Bytes[1 << 14];
    ssize_t N = ::recv(Socket, Bytes, sizeof(Bytes), 0);
    if (N < 0 && errno == EINTR)
      continue;
    if (N <= 0 || Buffer.isBroken())
      return false;
    Buffer.append(StringRef(Bytes, size_t(N)));
  }
  return true;
}

static bool send(int Socket, StringRef Message) {
  while (!Message.empty()) {
    ssize_t N = ::send(Socket, Message.data(), Message.size(), MSG_NOSIGNAL);
    if (N < 0 && errno == EINTR)
      continue;
    if (N < 0)
      return false;
    Message = Message.drop_front(size_t(N));
  }
  return true;
}

int waitwise::runWorker(
    function_ref<Expected<Summary>(const ExtractJob &)> Extract) {
  // Nothing else may read the jobs, nor find descriptor 0 free.
  int Socket = ::fcntl(0, F_DUPFD_CLOEXEC, 3);
  int Nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (Socket < 0 || Nothing < 0 || ::dup2(Nothing, 0) < 0)
    return 1;
  setUpProcess();
  MessageBuffer Buffer;
  while (receive(Socket, Buffer)) {
    ExtractJob Job;
    unsigned MemoryMiB = 0;
    if (!unpackJob(*Buffer.message(), Job, MemoryMiB))
      return 1; // Started by hand.
    limitMemory(MemoryMiB);
    Expected<Summary> S = Extract(Job);
    std::string Text = S ? writeSummary(*S) : toString(S.takeError());
    std::vector<StringRef> Fields = {S ? "done" : "failed", Text};
    if (S)
      Fields.insert(Fields.end(), S->Absent.begin(), S->Absent.end());
    if (!send(Socket, packMessage(Fields)))
      return 1;
  }
  return 0;
}
