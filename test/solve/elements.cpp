// What a library's object owns dies with it; what it points to does not.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <map>
#include <memory>
#include <optional>
#include <unistd.h>
#include <vector>

struct Slow { ~Slow() { sleep(1); } };
struct Late { ~Late() { sleep(2); } };
struct Kept { ~Kept() { sleep(3); } };
#define ON_LOOP [[clang::annotate("waitwise::context(event-loop)")]]

ON_LOOP void ownedBad() {
  std::vector<Slow> all(3);
} // CHECK: :[[#@LINE]]:{{.*}}'sleep' (reached through 'Slow::~Slow') sleeps, for 1 s
ON_LOOP void uniqueBad() {
  std::unique_ptr<Late> one = std::make_unique<Late>();
} // CHECK: :[[#@LINE]]:{{.*}}'sleep' (reached through 'Late::~Late') sleeps, for 2 s
ON_LOOP void pointersOk(const std::vector<Kept *> &all) {
  std::vector<Kept *> some = all;
  std::map<int, Kept *> byNumber;
  std::optional<Kept *> maybe;
  some.emplace_back(nullptr);
}
