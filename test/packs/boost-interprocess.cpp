// The boost-interprocess pack: locks and queues wait for other processes, unless they are only tried.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=boost-interprocess %s -- -std=c++20
#include <boost/date_time/posix_time/posix_time_types.hpp>
#include <boost/interprocess/ipc/message_queue.hpp>
#include <boost/interprocess/mapped_region.hpp>
#include <boost/interprocess/sync/file_lock.hpp>
#include <boost/interprocess/sync/interprocess_condition.hpp>
#include <boost/interprocess/sync/interprocess_mutex.hpp>
#include <boost/interprocess/sync/interprocess_semaphore.hpp>
#include <boost/interprocess/sync/named_mutex.hpp>
#include <boost/interprocess/sync/scoped_lock.hpp>
#include <uv.h>

namespace ip = boost::interprocess;
ip::interprocess_mutex *mutex;
ip::named_mutex *named;
ip::file_lock *file;
ip::interprocess_condition *condition;
ip::interprocess_semaphore *semaphore;
ip::message_queue *queue;
ip::mapped_region *region;
boost::posix_time::ptime soon;
char data[64];

void locksBad(uv_timer_t *) {
  named->lock();              // CHECK: :[[#@LINE]]:{{.*}}'boost::interprocess::named_mutex::lock' waits for a peer process
  named->unlock();
  if (file->timed_lock(soon)) // CHECK: :[[#@LINE]]:{{.*}}'boost::interprocess::file_lock::timed_lock' waits for a peer process
    file->unlock();
}

void waitsBad(uv_check_t *) {
  ip::scoped_lock<ip::interprocess_mutex> lock(*mutex); // CHECK: :[[#@LINE]]:{{.*}}scoped_lock' waits for a peer process
  condition->wait(lock);      // CHECK: :[[#@LINE]]:{{.*}}'boost::interprocess::interprocess_condition::wait' waits
  condition->timed_wait(lock, soon); // CHECK: :[[#@LINE]]:{{.*}}timed_wait' waits
  lock.unlock();
  semaphore->wait();          // CHECK: :[[#@LINE]]:{{.*}}'boost::interprocess::interprocess_semaphore::wait' waits
}

void queuesBad(uv_prepare_t *) {
  ip::message_queue::size_type size;
  unsigned priority;
  queue->send(data, 64, 0);   // CHECK: :[[#@LINE]]:{{.*}}send' waits for a peer process
  queue->receive(data, 64, size, priority); // CHECK: :[[#@LINE]]:{{.*}}receive' waits for a peer process
  queue->timed_send(data, 64, 0, soon); // CHECK: :[[#@LINE]]:{{.*}}timed_send' waits for a peer process
  semaphore->timed_wait(soon); // CHECK: :[[#@LINE]]:{{.*}}timed_wait' waits
  region->flush(0, 64, false); // CHECK: :[[#@LINE]]:{{.*}}flush' waits for the disk
}

void triedOk(uv_idle_t *) {
  if (named->try_lock())
    named->unlock();
  ip::scoped_lock<ip::interprocess_mutex> tried(*mutex, ip::try_to_lock), later(*mutex, ip::defer_lock);
  ip::message_queue::size_type size;
  unsigned priority;
  queue->try_send(data, 64, 0), queue->try_receive(data, 64, size, priority);
  semaphore->try_wait(), semaphore->post();
  region->flush();
}

struct Own {
  void receive() {}
  void lock() {}
};
void look_alikesOk(uv_async_t *) { Own().receive(), Own().lock(); }

void started(uv_timer_t *t, uv_check_t *c, uv_prepare_t *p, uv_idle_t *i, uv_async_t *a) {
  uv_timer_start(t, locksBad, 1, 0);
  uv_check_start(c, waitsBad);
  uv_prepare_start(p, queuesBad);
  uv_idle_start(i, triedOk);
  uv_async_init(nullptr, a, look_alikesOk);
}
