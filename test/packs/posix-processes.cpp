// The posix-processes pack: every rule matches a call, look-alikes stay silent.
// Starting a process takes 2 ms: low in a coroutine, which the profile shows.
// RUN: waitwise check --profile strict --fail-on none --require-rules-hit=posix-processes %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

int status;

task startingBad() {
  daemon(0, 0);                       // CHECK: :[[#@LINE]]:{{.*}}'daemon' waits for another process
  vfork();                            // CHECK: :[[#@LINE]]:{{.*}}'vfork' waits for another process
  posix_spawn(0, "p", 0, 0, 0, 0);    // CHECK: :[[#@LINE]]:{{.*}}'posix_spawn' waits for another process
  system("make");                     // CHECK: :[[#@LINE]]:{{.*}}'system' waits for another process
  co_return;
}

task waitingBad(pid_t child) {
  FILE *out = popen("ls", "r");       // CHECK: :[[#@LINE]]:{{.*}}'popen' waits for another process
  pclose(out);                        // CHECK: :[[#@LINE]]:{{.*}}'pclose' waits for another process
  wait(&status);                      // CHECK: :[[#@LINE]]:{{.*}}'wait' waits for another process
  waitpid(child, &status, 0);         // CHECK: :[[#@LINE]]:{{.*}}'waitpid' waits for another process
  wait3(&status, 0, 0);               // CHECK: :[[#@LINE]]:{{.*}}'wait3' waits for another process
  waitid(P_PID, child, 0, WEXITED);   // CHECK: :[[#@LINE]]:{{.*}}'waitid' waits for another process
  co_return;
}

task waitingOk(pid_t child) {
  waitpid(child, &status, WNOHANG | WUNTRACED);
  wait3(&status, WNOHANG, 0);
  wait4(child, &status, WNOHANG, 0);
  waitid(P_PID, child, 0, WEXITED | WNOHANG);
  execl("/bin/true", "true", nullptr);
  execveat(0, "true", nullptr, nullptr, 0);
  system(nullptr);
  co_return;
}

// What runs in a thread, a fiber or a child is no part of the coroutine.
int child(void *) { return sleep(1); }
void fiberBody() {}

task elsewhereOk(ucontext_t *fiber) {
  clone(child, nullptr, CLONE_VM, nullptr);
  clone(child, nullptr, SIGCHLD, nullptr);
  makecontext(fiber, fiberBody, 0);
  pthread_atfork(nullptr, nullptr, fiberBody);
  execv("/bin/true", nullptr);
  co_return;
}
