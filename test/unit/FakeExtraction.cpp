//===- unit/FakeExtraction.cpp - an extraction that does as it is told ----===//
#include "FakeExtraction.h"

#include "support/Error.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace llvm;
using namespace waitwise;

static void eatMemory() {
  std::vector<std::unique_ptr<char[]>> Eaten;
  while (true) {
    constexpr size_t Bytes = 16u << 20;
    Eaten.push_back(std::make_unique_for_overwrite<char[]>(Bytes));
  }
}

static void printMuch() {
  for (unsigned I = 0; I != 20000; ++I) {
    std::printf("line %u of much\n", I);
    std::fprintf(stderr, "error line %u\n", I);
  }
  std::fflush(stdout);
}

static void end(StringRef How) {
  if (How == "crash") {
    std::signal(SIGSEGV, SIG_DFL); // Sanitizers have a handler.
    std::raise(SIGSEGV);
  }
  if (How == "abort") {
    std::fprintf(stderr, "\n  Assertion `us' failed.\nmore\n");
    std::abort();
  }
  if (How == "fatal")
    report_fatal_error("nothing works");
  if (How == "exit")
    ::_exit(3);
  while (How == "sleep")
    ::pause();
}

Expected<Summary> waitwise::test::fakeExtraction(const ExtractJob &Job) {
  Summary S;
  S.MainFile = Job.File;
  S.Strings = {""};
  for (StringRef Command : Job.Args) {
    end(Command);
    S.Diagnostics.push_back(Command.str());
    if (Command == "slow")
      ::usleep(300000);
    if (Command == "eat")
      eatMemory();
    if (Command == "print")
      printMuch();
    if (Command == "fail")
      return failure("told to fail");
    if (Command == "wrong")
      ++S.Errors;
    if (Command == "big")
      S.Strings.push_back(std::string(20u << 20, 'x'));
    if (Command.consume_front("absent="))
      S.Absent.push_back(Command.str());
    if (Command.consume_front("read=")) {
      auto Buffer = MemoryBuffer::getFile(Command);
      S.Files.push_back(
          {Command.str(), Buffer ? xxh3_64bits((*Buffer)->getBuffer()) : 0});
    }
  }
  return S;
}
