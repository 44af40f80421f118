// More threads computing than cores are reported by the strict profile: a number
// that no machine has cores for, and one parallel library inside another.
// RUN: waitwise check --checks oversubscribed-cpu-work --profile strict --root %S --fail-on none %s -- -std=c++20 -fopenmp \
// RUN:   | FileCheck %s --implicit-check-not={{warning}}:
// RUN: waitwise check --checks oversubscribed-cpu-work --root %S %s -- -std=c++20 -fopenmp \
// RUN:   | FileCheck %s --check-prefix=DEFAULT --implicit-check-not={{warning}}:
// DEFAULT: nothing to report
#include <algorithm>
#include <execution>
#include <thread>
#include <unistd.h>
#include <vector>

void multiply(float *a, const float *b, int n) {
  for (int i = 0; i < n; ++i)
    for (int k = 0; k < n; ++k)
      a[i * n + k] *= b[k * n + i];
}

void manyBad(float *a, const float *b) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 100; ++i)
    threads.push_back(std::thread(multiply, a, b, 4096));
  // CHECK: oversubscribed-cpu-work.cpp:[[@LINE-1]]:{{.*}}'std::thread' in 'manyBad' runs 'multiply': 100 threads compute, whatever the number of cores
  for (std::thread &t : threads)
    t.join();
}
void fewOk(float *a, const float *b) {
  for (int i = 0; i < 8; ++i)
    std::thread(multiply, a, b, 4096).detach();
}
void waitingOk() {
  for (int i = 0; i < 100; ++i)
    std::thread([] { sleep(1); }).detach();
}

void rows(float *a, int n) {
#pragma omp parallel for
  // CHECK: oversubscribed-cpu-work.cpp:[[@LINE-1]]:{{.*}}it starts a thread for each core, on each of the threads
  for (int i = 0; i < n; ++i)
    a[i] *= 2;
}
void nestedBad(std::vector<float *> &all) {
  std::for_each(std::execution::par, all.begin(), all.end(),
                [](float *a) { rows(a, 100000); });
}
void alone(float *a, int n) {
#pragma omp parallel for
  for (int i = 0; i < n; ++i)
    a[i] *= 3;
}
void oneLevelOk(float *a) { alone(a, 100000); }
void sameLibraryOk(std::vector<std::vector<float>> &all) {
  std::for_each(std::execution::par, all.begin(), all.end(),
                [](std::vector<float> &a) {
                  std::for_each(std::execution::par, a.begin(), a.end(),
                                [](float &f) { f *= 2; });
                });
}
