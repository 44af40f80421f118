//===- unit/Main.cpp - runs the unit tests, and their worker processes ----===//
#include "FakeExtraction.h"
#include "extract/Workers.h"

#include "llvm/Support/InitLLVM.h"

#include <gtest/gtest.h>

using namespace waitwise;

int main(int Argc, char **Argv) {
  if (Argc > 1 && Argv[1] == WorkerSubcommand) {
    // With LLVM's handlers in place, as they are in the tool.
    llvm::InitLLVM Init(Argc, Argv);
    return runWorker(test::fakeExtraction);
  }
  testing::InitGoogleTest(&Argc, Argv);
  return RUN_ALL_TESTS();
}
