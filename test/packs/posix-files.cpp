// The posix-files pack: reading and writing, locks, memory, terminals.
// RUN: waitwise check --fail-on none %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <termios.h>
#include <unistd.h>

char buffer[64];
iovec vector{buffer, sizeof buffer};
struct stat facts;

task readAndWriteBad() {
  open("/proc/self/stat", O_RDONLY);  // the kernel makes it up: no disk
  int fd = open("f", O_RDWR | O_NONBLOCK); // CHECK: :[[#@LINE]]:{{.*}}'open' waits for the disk
  read(fd, buffer, 1);                // CHECK: :[[#@LINE]]:{{.*}}'read' waits for the disk
  write(fd, buffer, 1);               // CHECK: :[[#@LINE]]:{{.*}}'write' waits for the disk
  pread(fd, buffer, 1, 0);            // CHECK: :[[#@LINE]]:{{.*}}'pread' waits for the disk
  preadv2(fd, &vector, 1, 0, 0);      // CHECK: :[[#@LINE]]:{{.*}}'preadv2' waits for the disk
  fsync(fd);                          // CHECK: :[[#@LINE]]:{{.*}}'fsync' waits for the disk
  ftruncate(fd, 0);                   // CHECK: :[[#@LINE]]:{{.*}}'ftruncate' waits for the disk
  copy_file_range(fd, 0, fd, 0, 1, 0); // CHECK: :[[#@LINE]]:{{.*}}'copy_file_range' waits for the disk
  sendfile(fd, fd, 0, 1);             // CHECK: :[[#@LINE]]:{{.*}}'sendfile' waits for the disk
  co_return;
}

task memoryBad(int fd) {
  void *p = mmap(0, 1, PROT_READ, MAP_SHARED | MAP_POPULATE, fd, 0); // CHECK: :[[#@LINE]]:{{.*}}'mmap' waits for the disk
  mlockall(MCL_CURRENT | MCL_FUTURE); // CHECK: :[[#@LINE]]:{{.*}}'mlockall' waits for the disk
  madvise(p, 1, MADV_POPULATE_READ);  // CHECK: :[[#@LINE]]:{{.*}}'madvise' waits for the disk
  msync(p, 1, MS_SYNC);               // CHECK: :[[#@LINE]]:{{.*}}'msync' waits for the disk
  co_return;
}

task memoryOk(int fd) {
  void *p = mmap(0, 1, PROT_READ, MAP_SHARED, fd, 0);
  madvise(p, 1, MADV_DONTNEED);
  msync(p, 1, MS_ASYNC);
  mlock(p, 1);
  mlockall(MCL_FUTURE);
  int memory = memfd_create("m", 0);
  ftruncate(memory, 1);
  pread(memory, buffer, 1, 0);
  int wake = eventfd(0, EFD_CLOEXEC);
  write(wake, buffer, 8);
  co_return;
}

task locksBad(int fd) {
  flock(fd, LOCK_EX);                 // CHECK: :[[#@LINE]]:{{.*}}'flock' waits for a lock
  lockf(fd, F_LOCK, 0);               // CHECK: :[[#@LINE]]:{{.*}}'lockf' waits for a lock
  fcntl(fd, F_SETLKW, nullptr);       // CHECK: :[[#@LINE]]:{{.*}}'fcntl' waits for a lock
  ioctl(fd, FICLONE, 4);              // CHECK: :[[#@LINE]]:{{.*}}'ioctl' waits for a device
  co_return;
}

task locksOk(int fd) {
  flock(fd, LOCK_EX | LOCK_NB);
  flock(fd, LOCK_UN);
  lockf(fd, F_TLOCK, 0);
  fcntl(fd, F_SETLK, nullptr);
  fcntl(fd, F_GETFL);
  int size = 0;
  ioctl(fd, FIONREAD, &size);
  co_return;
}

task terminalsBad() {
  read(0, buffer, 1);                 // CHECK: :[[#@LINE]]:{{.*}}'read' waits for the console
  tcdrain(0);                         // CHECK: :[[#@LINE]]:{{.*}}'tcdrain' waits for the console
  tcsetattr(0, TCSADRAIN, nullptr);   // CHECK: :[[#@LINE]]:{{.*}}'tcsetattr' waits for the console
  getpass("? ");                      // CHECK: :[[#@LINE]]:{{.*}}'getpass' waits for the console
  co_return;
}

// Micro: an event loop bears it.
task microOk(int fd) {
  write(2, buffer, 1);
  fstat(fd, &facts);
  lseek(fd, 0, SEEK_SET);
  dup2(fcntl(fd, F_DUPFD, 0), fd);
  tcsetattr(0, TCSANOW, nullptr);
  close(fd);
  co_return;
}

task pipesBad(int p) {
  splice(p, 0, p, 0, 1, 0);           // CHECK: :[[#@LINE]]:{{.*}}'splice' waits for a peer process
  tee(p, p, 1, 0);                    // CHECK: :[[#@LINE]]:{{.*}}'tee' waits for a peer process
  co_return;
}

task pipesOk(int p) {
  splice(p, 0, p, 0, 1, SPLICE_F_NONBLOCK);
  tee(p, p, 1, SPLICE_F_NONBLOCK);
  co_return;
}
