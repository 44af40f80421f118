// An event loop must not compute for long, through however many calls; small
// constants, one pass over a container and work done elsewhere are no finding.
// RUN: waitwise check --fail-on none --checks 'cpu-heavy-*' %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <algorithm>
#include <thread>
#include <uv.h>
#include <vector>

static char pixels[1 << 20];
static void scale(int w, int h) {
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x)
      pixels[y * w + x] = pixels[y * w + x] * 3 / 4;
}
static void shrink(int w, int h) { scale(w, h); }

void resizeBad(uv_timer_t *t) {
  auto *size = static_cast<int *>(t->data);
  // CHECK: :[[#@LINE+1]]:3: warning: 'scale' computes about {{[0-9]+}} h·w operations (h, w unknown, taken as 1,000: {{[0-9.]+}} ms) on the event loop [waitwise-cpu-heavy-in-event-loop]
  shrink(size[0], size[1]);
}
void thumbnailOk(uv_timer_t *) { shrink(16, 16); }

void countBad(uv_timer_t *) {
  // CHECK: :[[#@LINE+1]]:3: warning: 'countBad' computes about {{.*}} operations ({{.*}} ms) on the event loop
  for (int i = 0; i < 1 << 25; ++i)
    pixels[i % 7] += i;
}
void countOk(uv_timer_t *) {
  for (int i = 0; i < 256; ++i)
    pixels[i % 7] += i;
}
void elsewhereOk(uv_timer_t *t) {
  std::thread([t] {
    auto *size = static_cast<int *>(t->data);
    shrink(size[0], size[1]);
  }).detach();
}
std::vector<int> items;
void onePassOk(uv_timer_t *) {
  for (int &item : items)
    item = item * 3 / 4;
}
void sortedOk(uv_timer_t *) { std::sort(items.begin(), items.end()); }
void everyPairBad(uv_timer_t *) {
  // CHECK: :[[#@LINE+1]]:3: warning: 'everyPairBad' computes about {{[0-9]+}} items.size()^2 operations
  for (std::size_t i = 0; i < items.size(); ++i)
    for (std::size_t j = 0; j < items.size(); ++j)
      if (items[i] == items[j])
        items[i] = 0;
}
// Nothing says that there are many.
int devices();
void askedOk(uv_timer_t *) {
  int n = devices();
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      pixels[i] += pixels[j];
}
void scannerOk(uv_timer_t *t) {
  const char *p = static_cast<char *>(t->data), *end = p + 1000;
  while (p < end) {
    while (p < end && *p == ' ')
      ++p;
    ++p;
  }
}

void registered(uv_timer_t *t) {
  for (auto callback : {resizeBad, thumbnailOk, countBad, countOk, elsewhereOk,
                        onePassOk, sortedOk, everyPairBad, scannerOk,
                        askedOk})
    uv_timer_start(t, callback, 0, 10);
}
