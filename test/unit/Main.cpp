//===- unit/Main.cpp - runs the unit tests, and their worker processes ----===//
#include <gtest/gtest.h>

int main(int Argc, char **Argv) {
  testing::InitGoogleTest(&Argc, Argv);
  return RUN_ALL_TESTS();
}
