// Job structs with a function pointer, taken from a list by POSIX threads, run on their pool.
// RUN: waitwise dump contexts %s -- -std=gnu17 | FileCheck %s
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct job {
  struct job *next;
  void (*run)(void *);
  void *arg;
} job;

typedef struct pool {
  pthread_mutex_t lock;
  pthread_cond_t filled;
  job *head;
} pool;

static void wait_for_job(pool *p) { pthread_cond_wait(&p->filled, &p->lock); }

// CHECK-DAG: cpu-pool compress: called by the workers in 'worker', a thread for each core ('sysconf')
static void *worker(void *arg) {
  pool *p = arg;
  while (1) {
    pthread_mutex_lock(&p->lock);
    while (!p->head)
      wait_for_job(p);
    job *j = p->head;
    p->head = j->next;
    pthread_mutex_unlock(&p->lock);
    j->run(j->arg);
    free(j);
  }
  return 0;
}

static void add(pool *p, void (*run)(void *), void *arg) {
  job *j = malloc(sizeof *j);
  j->run = run;
  j->arg = arg;
  pthread_mutex_lock(&p->lock);
  j->next = p->head;
  p->head = j;
  pthread_cond_signal(&p->filled);
  pthread_mutex_unlock(&p->lock);
}

static void start(pool *p) {
  long n = sysconf(_SC_NPROCESSORS_ONLN);
  for (int i = 0; i < n; i++) {
    pthread_t t;
    pthread_create(&t, 0, worker, p);
  }
}

static void compress(void *arg) { (void)arg; }

// One thread, a semaphore and a global callback: a pool of one.
// CHECK-DAG: io-pool flush: called by the workers in 'flusher', one thread
static sem_t due;
static void (*pending)(void);
static void *flusher(void *arg) {
  for (;;) {
    sem_wait(&due);
    pending();
  }
  return arg;
}
static void flush(void) {}

int main(void) {
  pool p = {0};
  pthread_t t;
  start(&p);
  add(&p, compress, 0);
  pending = flush;
  pthread_create(&t, 0, flusher, 0);
}
// CHECK-DAG: pool worker: cpu-pool, a thread for each core ('sysconf')
// CHECK-DAG: pool flusher: io-pool, one thread
