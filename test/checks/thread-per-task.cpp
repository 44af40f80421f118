// Threads and processes for each connection or item are reported, those that
// something bounds are not.
// RUN: waitwise check --checks thread-per-task --root %S --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning}}:
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <semaphore>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

void serve(int client) {
  char data[512];
  while (read(client, data, sizeof data) > 0)
    ;
}

void detachedBad(int listener) {
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    std::thread(serve, client).detach();
    // CHECK: thread-per-task.cpp:[[@LINE-1]]:5: {{.*}}'std::thread' starts a thread for each connection, to run 'serve': nothing bounds how many there are
  }
}

class KeptBad {
  std::vector<std::thread> threads;
  void run(int listener) {
    while (true)
      if (int client = accept(listener, nullptr, nullptr); client >= 0)
        threads.push_back(std::thread([client] { serve(client); }));
    // CHECK: thread-per-task.cpp:[[@LINE-1]]:{{.*}}for each connection
  }
};

static void start(int client) {
  std::thread t(serve, client);
  // CHECK: thread-per-task.cpp:[[@LINE-1]]:{{.*}}for each connection
  t.detach();
}
static int take(int listener) { return accept(listener, nullptr, nullptr); }
void helpersBad(int listener) {
  for (;;) {
    int client = take(listener);
    if (client < 0)
      continue;
    start(client);
  }
}

void processBad(int listener) {
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    pid_t child = fork();
    // CHECK: thread-per-task.cpp:[[@LINE-1]]:19: {{.*}}'fork' starts a process for each connection, to run 'serve'
    if (child == 0) {
      serve(client);
      _exit(0);
    }
    close(client);
  }
}

void inetdBad(int listener) {
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    if (fork() == 0) {
      // CHECK: thread-per-task.cpp:[[@LINE-1]]:9: {{.*}}'fork' starts a process for each connection, to run 'fingerd'
      dup2(client, 0);
      execl("/usr/sbin/fingerd", "fingerd", nullptr);
      _exit(1);
    }
    close(client);
  }
}

void itemsBad(const std::vector<int> &clients) {
  std::list<std::thread> threads;
  for (int client : clients)
    threads.push_back(std::thread(serve, client));
  // CHECK: thread-per-task.cpp:[[@LINE-1]]:{{.*}}for each item
  for (std::thread &t : threads)
    t.join();
}
