// What the child of a program with threads does before it runs another program.
// RUN: waitwise check --checks unsafe-after-fork --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <condition_variable>
#include <mutex>
#include <pthread.h>
#include <sys/epoll.h>
#include <thread>
#include <unistd.h>

std::mutex m, mine, handled, remade;
pthread_mutex_t raw;
std::condition_variable condition;
std::thread *worker;
int loop;

void log() { std::lock_guard guard(m); }
void onThread() {
  log();
  std::lock_guard guard(handled);
  pthread_mutex_lock(&raw);
  pthread_mutex_unlock(&raw);
}
void helper() { log(); }
void helperBad() {
  if (fork() == 0) {
    // CHECK: :[[#@LINE+1]]:5: warning: the child of 'fork' takes 'm' by 'std::lock_guard::lock_guard', which 'log' may hold on another thread
    helper();
    _exit(0);
  }
}

void restBad(bool &ready) {
  pid_t child = fork();
  if (child > 0)
    return;
  if (child < 0)
    return log();
  std::unique_lock lock(mine);
  // CHECK: :[[#@LINE+1]]:13: warning: the child of 'fork' waits in 'std::condition_variable::wait' for another thread
  condition.wait(lock, [&] { return ready; });
  worker->join(); // CHECK: :[[#@LINE]]:11: {{.*}} waits in 'std::thread::join'
  epoll_event event;
  // CHECK: :[[#@LINE+1]]:3: warning: the child of 'fork' works by 'epoll_wait' on an event loop that it shares
  epoll_wait(loop, &event, 1, -1);
}

void startBad() {
  if (fork() == 0) {
    // CHECK: :[[#@LINE+1]]:17: warning: the child of 'fork' starts a thread by 'std::thread::thread'
    std::thread another([] {});
    another.join();
    _exit(0);
  }
}

pid_t start() {
  pid_t child;
  if ((child = fork()) == 0)
    close(1);
  else
    log();
  return child;
}

void wrappedBad() {
  switch (start()) {
  case 0:
    // CHECK: :[[#@LINE+1]]:7: warning: the child of 'start' takes 'm'
    m.lock();
    _exit(1);
  default:
    log();
  }
}

void programOk(char **args) {
  if (fork() == 0) {
    execvp(args[0], args);
    _exit(127);
  }
  log();
}

// The forking thread holds it; nobody else takes it; the child makes it anew.
void ownLocksOk() {
  std::lock_guard guard(m);
  if (fork() == 0) {
    pthread_mutex_init(&raw, nullptr);
    pthread_mutex_lock(&raw);
    remade.lock();
    std::mutex local;
    local.lock();
    _exit(0);
  }
}

// pthread_atfork puts it in order.
void prepare() { handled.lock(); }
void release() { handled.unlock(); }
void handledOk() {
  if (fork() == 0) {
    std::lock_guard guard(handled);
    _exit(0);
  }
}

void beforeThreadsOk() {
  if (fork() == 0)
    log();
}

int main(int, char **args) {
  beforeThreadsOk();
  bool ready = false;
  pthread_atfork(prepare, release, release);
  worker = new std::thread(onThread);
  helperBad(), restBad(ready), startBad(), wrappedBad();
  programOk(args), ownLocksOk(), handledOk();
}
