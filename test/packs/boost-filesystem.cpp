// The boost-filesystem pack: it asks the disk, except for paths, statuses and iterators that are there already.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=boost-filesystem %s -- -std=c++20
#include <boost/filesystem.hpp>
#include <boost/filesystem/fstream.hpp>
#include <uv.h>

namespace fs = boost::filesystem;
fs::path from("a"), to("b");

void filesBad(uv_timer_t *) {
  fs::exists(from);           // CHECK: :[[#@LINE]]:{{.*}}'boost::filesystem::exists' waits for the disk
  fs::copy_file(from, to);    // CHECK: :[[#@LINE]]:{{.*}}'boost::filesystem::copy_file' waits for the disk
  fs::create_directories(to); // CHECK: :[[#@LINE]]:{{.*}}'boost::filesystem::create_directories' waits for the disk
  for (fs::directory_iterator it(from), end; it != end; ++it) // CHECK: :[[#@LINE]]:{{.*}}directory_iterator' waits for the disk
    it->path();
  fs::ifstream in(from);      // CHECK: :[[#@LINE]]:{{.*}}basic_ifstream' waits for the disk
  fs::ofstream out;
  out.open(to);               // CHECK: :[[#@LINE]]:{{.*}}open' waits for the disk
}

void pathsOk(uv_idle_t *) {
  fs::path path = from / "c";
  path.extension();
  fs::file_status status(fs::regular_file);
  fs::exists(status), fs::is_directory(status);
  fs::directory_iterator end, same(end);
}

namespace own {
bool exists(int) { return true; }
} // namespace own
void look_alikesOk(uv_check_t *) { own::exists(1); }

void started(uv_timer_t *t, uv_check_t *c, uv_idle_t *i) {
  uv_timer_start(t, filesBad, 1, 0);
  uv_check_start(c, look_alikesOk);
  uv_idle_start(i, pathsOk);
}
