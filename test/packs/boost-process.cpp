// The boost-process pack: waiting for a child blocks, asking whether it runs does not.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=boost-process %s -- -std=c++20
#include <boost/process.hpp>
#include <boost/process/v2.hpp>
#include <boost/process/v2/popen.hpp>
#include <unistd.h>
#include <uv.h>

namespace bp = boost::process;
namespace v2 = boost::process::v2;
bp::child child;
bp::group group;
bp::ipstream output;
boost::asio::io_context io;
v2::process process(io.get_executor());
v2::popen *piped;
char data[64];

void childBad(uv_timer_t *) {
  child.wait();                       // CHECK: :[[#@LINE]]:{{.*}}'boost::process::child::wait' waits for another process
  group.wait_for(std::chrono::milliseconds(20)); // CHECK: :[[#@LINE]]:{{.*}}'boost::process::group::wait_for' waits {{.*}}20 ms
  child.wait_until(std::chrono::steady_clock::now()); // CHECK: :[[#@LINE]]:{{.*}}wait_until' waits
  bp::system("ls");                   // CHECK: :[[#@LINE]]:{{.*}}'boost::process::system' waits
  bp::search_path("ls");              // CHECK: :[[#@LINE]]:{{.*}}'boost::process::search_path' waits for the disk
  std::string line;
  std::getline(output, line);         // CHECK: :[[#@LINE]]:{{.*}}'std::getline' waits for
  output.get();                       // CHECK: :[[#@LINE]]:{{.*}}get' waits for
}

void processBad(uv_check_t *) {
  process.wait();                     // CHECK: :[[#@LINE]]:{{.*}}'boost::process::v2::basic_process::wait' waits
  v2::execute(v2::process(io, "ls", {})); // CHECK: :[[#@LINE]]:{{.*}}'boost::process::v2::execute' waits
  piped->read_some(boost::asio::buffer(data)); // CHECK: :[[#@LINE]]:{{.*}}read_some' waits for
  piped->write_some(boost::asio::buffer(data)); // CHECK: :[[#@LINE]]:{{.*}}write_some' waits for
}

void startedOk(uv_idle_t *) {
  child.running();
  process.running();
  bp::child moved(std::move(child));
}

void handlersBad() {
  process.async_wait([](boost::system::error_code, int) {
    usleep(11000);                    // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  });
  bp::async_system(io, [](boost::system::error_code, int) {
    usleep(12000);                    // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  }, "ls");
  v2::async_execute(v2::process(io, "ls", {}), [](boost::system::error_code, int) {
    usleep(13000);                    // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 13 ms
  });
  bp::child c("ls", io, bp::on_exit = [](int, std::error_code) {
    usleep(14000);                    // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 14 ms
  });
  bp::spawn("ls", group);
}

struct Own {
  void wait() {}
};
void look_alikesOk(uv_async_t *) { Own().wait(); }

void started(uv_timer_t *t, uv_check_t *c, uv_idle_t *i, uv_async_t *a) {
  uv_timer_start(t, childBad, 1, 0);
  uv_check_start(c, processBad);
  uv_idle_start(i, startedOk);
  uv_async_init(nullptr, a, look_alikesOk);
}
