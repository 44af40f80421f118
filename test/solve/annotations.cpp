// Annotations say where a function runs and what calling it does.
// RUN: waitwise check --fail-on none %s -- -std=c++20 2>%t.notes \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: FileCheck %s --check-prefix=NOTE < %t.notes
#include <unistd.h>

#define SAYS(what) [[clang::annotate("waitwise::" what)]]

SAYS("blocks(net, unbounded)") void fetch();
SAYS("blocks(never)") void quick() { sleep(1); }
void wait_for_disk() [[clang::blocking]];

SAYS("context(event-loop)") void handleBad() {
  fetch(); // CHECK: :[[#@LINE]]:{{.*}}'fetch' waits for the network, without limit, and blocks the event loop
  wait_for_disk(); // CHECK: :[[#@LINE]]:{{.*}}'wait_for_disk' waits for another thread, up to 1 s in the bad case
}
SAYS("context(event-loop)") void handleOk() { quick(); }

struct Widget {
  SAYS("context(gui)") virtual void paint();
};
struct Chart : Widget {
  void paint() override {
    sleep(2); // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 2 s, and blocks the GUI thread [waitwise-blocking-in-gui-thread]
  }
};

void process() [[clang::nonblocking]] {
  wait_for_disk(); // CHECK: :[[#@LINE]]:{{.*}}blocks a real-time thread [waitwise-blocking-in-realtime]
}

// NOTE: annotations.cpp:[[#@LINE+1]]: unknown context 'gui-thread'
SAYS("context(gui-thread)") void misspelt();
// NOTE: annotations.cpp:[[#@LINE+1]]: unknown annotation 'waitwise::block'
SAYS("block(net)") void misnamed();
void use() { misspelt(), misnamed(); }
