// The posix-files pack: paths and directories; with posix-files.cpp, every rule.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=posix-files \
// RUN:   %s %S/posix-files.cpp -- -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <ftw.h>
#include <pty.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

static char buffer[64];
static struct stat facts;

task namesBad() {
  openat(AT_FDCWD, "f", 0);           // CHECK: :[[#@LINE]]:{{.*}}'openat' waits for the disk
  creat("f", 0600);                   // CHECK: :[[#@LINE]]:{{.*}}'creat' waits for the disk
  stat("f", &facts);                  // CHECK: :[[#@LINE]]:{{.*}}'stat' waits for the disk
  unlink("f");                        // CHECK: :[[#@LINE]]:{{.*}}'unlink' waits for the disk
  DIR *d = opendir("d");              // CHECK: :[[#@LINE]]:{{.*}}'opendir' waits for the disk
  readdir(d);                         // CHECK: :[[#@LINE]]:{{.*}}'readdir' waits for the disk
  scandir("d", nullptr, 0, 0);        // CHECK: :[[#@LINE]]:{{.*}}'scandir' waits for the disk
  nftw("d", nullptr, 8, 0);           // CHECK: :[[#@LINE]]:{{.*}}'nftw' waits for the disk
  mount("a", "b", "ext4", 0, 0);      // CHECK: :[[#@LINE]]:{{.*}}'mount' waits for the disk
  truncate("f", 0);                   // CHECK: :[[#@LINE]]:{{.*}}'truncate' waits for the disk
  dlopen("l.so", RTLD_NOW);           // CHECK: :[[#@LINE]]:{{.*}}'dlopen' waits for the disk
  dlmopen(LM_ID_NEWLM, "l.so", 0);    // CHECK: :[[#@LINE]]:{{.*}}'dlmopen' waits for the disk
  co_return;
}

// The kernel makes these up: no disk.
task kernelOk() {
  read(open("/proc/self/stat", O_RDONLY), buffer, 1);
  read(openat(AT_FDCWD, "/sys/power/state", O_RDONLY), buffer, 1);
  readlink("/proc/self/exe", buffer, 1);
  stat("/dev/null", &facts);
  readdir(fdopendir(open("/proc/self/fd", O_RDONLY)));
  readdir(opendir("/proc/self/task"));
  dlopen(nullptr, RTLD_NOW);
  dlopen("l.so", RTLD_NOW | RTLD_NOLOAD);
  read(open("/dev/shm/mine", O_RDONLY), buffer, 1);
  read(shm_open("/mine", O_RDONLY, 0), buffer, 1);
  co_return;
}

// Devices and terminals have a non-blocking mode, unlike files.
task terminalBad() {
  read(open("/dev/ttyUSB0", O_RDWR), buffer, 1); // CHECK: :[[#@LINE]]:{{.*}}'read' waits for the console
  co_return;
}

task deviceBad() {
  read(open("/dev/input/event0", O_RDONLY), buffer, 1); // CHECK: :[[#@LINE]]:{{.*}}'read' waits
  co_return;
}

task devicesOk() {
  int mine, theirs;
  openpty(&mine, &theirs, nullptr, nullptr, nullptr);
  read(posix_openpt(O_RDWR | O_NONBLOCK), buffer, 1);
  read(open("/dev/ttyUSB0", O_RDWR | O_NONBLOCK), buffer, 1);
  read(open("/dev/input/event0", O_RDONLY | O_NONBLOCK), buffer, 1);
  co_return;
}
