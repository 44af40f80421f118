// The cxx-std pack: locales, and what the library constructs; every rule matches.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=cxx-std %s %S/cxx-std.cpp -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <locale>
#include <memory>
#include <unistd.h>
#include <vector>

namespace std::chrono { // C++20, but not in libstdc++ 12.
struct time_zone;
const time_zone *locate_zone(const char *name);
} // namespace std::chrono

task localesBad(const char *name) {
  std::locale own(name);              // CHECK: :[[#@LINE]]:{{.*}}'std::locale::locale' waits for the disk
  std::chrono::locate_zone("Europe/Rome"); // CHECK: :[[#@LINE]]:{{.*}}'std::chrono::locate_zone' waits for the disk
  co_return;
}

task localesOk() {
  std::locale classic("C"), current, copy(current);
  co_return;
}

// The library calls the constructor.
struct slow {
  slow() { sleep(1); }
};

task constructsBad() {
  auto made = std::make_unique<slow>(); // CHECK: :[[#@LINE]]:{{.*}}'sleep' (reached through 'slow::slow') sleeps
  co_return;
}

struct slower {
  slower() { sleep(2); }
};

task emplacesBad(std::vector<slower> &all) {
  all.emplace_back();                 // CHECK: :[[#@LINE]]:{{.*}}'sleep' (reached through 'slower::slower') sleeps
  co_return;
}
