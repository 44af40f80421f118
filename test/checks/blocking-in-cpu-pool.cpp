// Waiting on a pool that has a worker per core is reported, computing is not.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <algorithm>
#include <execution>
#include <fstream>
#include <mutex>
#include <netdb.h>
#include <string>
#include <vector>

static void look(const std::string &host) {
  addrinfo *found = nullptr;
  getaddrinfo(host.c_str(), "80", nullptr, &found);
}

void lookUpBad(std::vector<std::string> &hosts) {
  // CHECK: :[[#@LINE+2]]:{{[0-9]+}}: warning: 'getaddrinfo' (reached through 'look') waits for a name server, up to 1 s in the bad case, and blocks a worker of a pool sized for computing [waitwise-blocking-in-cpu-pool]
  std::for_each(std::execution::par, hosts.begin(), hosts.end(),
                [](const std::string &host) { look(host); });
}

void readBad(std::vector<std::string> &names, std::vector<int> &first) {
  std::transform(std::execution::par_unseq, names.begin(), names.end(),
                 first.begin(), [](const std::string &name) {
                   // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'std::basic_ifstream::basic_ifstream' waits for the disk
                   std::ifstream in(name);
                   return int(in.is_open());
                 });
}

void sequentialOk(std::vector<std::string> &hosts) {
  std::for_each(hosts.begin(), hosts.end(), look);
}

void computeOk(std::vector<int> &numbers) {
  std::mutex sum;
  int total = 0;
  std::for_each(std::execution::par, numbers.begin(), numbers.end(), [&](int n) {
    std::lock_guard guard(sum);
    total += n;
  });
}
