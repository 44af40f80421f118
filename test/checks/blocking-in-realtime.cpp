// What a real-time function reaches must not wait, however far down.
// RUN: split-file %s %t
// RUN: waitwise check --fail-on none %t/audio.cpp %t/settings.cpp -- -std=c++20 \
// RUN:   | FileCheck %t/audio.cpp --implicit-check-not={{warning|error}}:
//--- settings.cpp
#include <fstream>
void store(float gain) { std::ofstream("settings") << gain; }
//--- audio.cpp
#include <atomic>
#include <cmath>
#include <cstring>
#include <mutex>
#include <unistd.h>

void store(float gain);
std::mutex settings;
std::atomic<float> gain;
struct Effect { virtual float apply(float) = 0; };
struct Echo : Effect {
  float apply(float in) override { return usleep(3000), in; }
};
Echo echo;

// CHECK: audio.cpp:[[#@LINE+3]]:3: warning: 'std::basic_ofstream::basic_ofstream' (reached through 'store') waits for the disk, {{.*}}, and blocks a real-time thread [waitwise-blocking-in-realtime]
// CHECK: settings.cpp:2:26: note: 'store' calls
void otherFileBad() [[clang::nonblocking]] {
  store(gain);
}
void virtualBad(Effect &e) [[clang::nonblocking]] {
  // CHECK: audio.cpp:[[#@LINE+1]]:5: warning: 'usleep' (reached through 'Echo::apply')
  e.apply(0);
}
void save() {
  std::lock_guard guard(settings);
  // CHECK: audio.cpp:[[#@LINE+1]]:3: warning: {{.*}} while 'settings' is held, and a real-time thread takes it in 'lockBad' [waitwise-blocking-under-lock]
  store(gain);
}
void lockBad() [[clang::nonblocking]] {
  // CHECK: audio.cpp:[[#@LINE+1]]:{{[0-9]+}}: warning: 'std::mutex::lock' waits for a lock, up to 50 ms in the bad case (held by 'save'
  settings.lock();
  settings.unlock();
}
void computingOk(float *out, const float *in, int frames) [[clang::nonblocking]] {
  std::memcpy(out, in, frames * sizeof *out);
  for (int i = 0; i < frames; ++i)
    out[i] = std::sin(out[i]) * gain.load();
}
void ordinaryOk() { store(gain); }
