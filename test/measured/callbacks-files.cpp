// A callback of the loop that reads a pipe, or writes a file.
// RUN: %python %S/agreement.py %s event-loop
// UNSUPPORTED: sanitized
#include "Fixture.h"

namespace fixture {

namespace readsSlowPipe {
void call(int Fd) {
  char Byte;
  (void)!read(Fd, &Byte, 1);
}
Measured run() {
  SlowPipe Pipe;
  return stallOfCallback([&] { call(Pipe.fd()); });
}
} // namespace readsSlowPipe

namespace FP_readsWhenReady { // no pack can say that Loop::onReady told so
void call(int Fd) {
  char Byte;
  (void)!read(Fd, &Byte, 1);
}
Measured run() {
  SlowPipe Pipe;
  return stallOfCallback([Fd = Pipe.fd()] {
    theLoop().onReady(Fd, Readable, [Fd] { call(Fd); });
  });
}
} // namespace FP_readsWhenReady

namespace syncsFile {
void call(FILE *File) {
  std::string Bytes(4 << 20, 'x');
  std::fwrite(Bytes.data(), 1, Bytes.size(), File);
  std::fflush(File);
  fsync(fileno(File));
}
Measured run() {
  std::unique_ptr<FILE, int (*)(FILE *)> File(std::tmpfile(), std::fclose);
  return stallOfCallback([&] { call(File.get()); });
}
} // namespace syncsFile

const Case Cases[] = {CASE(readsSlowPipe), CASE(FP_readsWhenReady),
                      CASE(syncsFile)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
