//===- runtime/Stream.h - sockets, pipes and signals on a loop ------------===//
//
// All descriptors are non-blocking: an operation is tried first, and if it
// would wait, the coroutine does so, on the loop. Sockets are of the loopback
// interface only: these are models, and nobody else's business.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_STREAM_H
#define WAITWISE_RUNTIME_STREAM_H

#include "Descriptor.h"
#include "Sleep.h"

#include <csignal>
#include <initializer_list>
#include <span>
#include <string>

namespace waitwise::runtime {

/// What ready() of a descriptor awaits.
class DescriptorReady final : public Suspension {
public:
  DescriptorReady(int F, Readiness W) : Fd(F), What(W) {}
  ~DescriptorReady() { leave(); }

private:
  void begin() override {
    loop().onReady(Fd, What, [this] { wake(); });
  }
  void withdraw() override { loop().withdraw(Fd, What); }

  int Fd;
  Readiness What;
};

/// Suspends until a non-blocking descriptor can be read or written.
inline DescriptorReady ready(int Fd, Readiness What) { return {Fd, What}; }

/// A descriptor of a loop, non-blocking. Gone from the loop when it is closed.
class LoopDescriptor {
public:
  LoopDescriptor(Loop &L, Descriptor D);
  LoopDescriptor(LoopDescriptor &&Other) noexcept = default;
  LoopDescriptor &operator=(LoopDescriptor &&Other) noexcept;
  ~LoopDescriptor() { close(); }

  int fd() const { return Fd.get(); }
  Loop &loop() const { return *On; }
  void close();

private:
  Loop *On;
  Descriptor Fd;
};

/// A connected socket or one end of a pipe. One task at a time may read, and
/// one may write.
class Stream {
public:
  Stream(Loop &L, Descriptor D) : End(L, std::move(D)) {}

  /// Some bytes, at least one; 0 at the end of the stream.
  Task<size_t> read(std::span<char> Into);
  /// All bytes.
  Task<void> write(std::string_view Bytes);
  /// Says that no more will be written. Sockets only.
  void shutdownWrite();
  void close() { End.close(); }
  int fd() const { return End.fd(); }

private:
  LoopDescriptor End;
};

/// Accepts connections on a port of the loopback interface.
class Listener {
public:
  /// Port 0: one that is free.
  explicit Listener(Loop &L, uint16_t Port = 0);

  uint16_t port() const;
  Task<Stream> accept();

private:
  LoopDescriptor Socket;
};

/// Connects to a port of the loopback interface.
Task<Stream> connect(uint16_t Port);

/// A pipe: what is written to the second is read from the first.
std::pair<Stream, Stream> makePipe(Loop &L);

/// Signals as something to await. They are blocked in the thread that makes
/// this (make it before other threads), until the end of its life.
class Signals {
public:
  Signals(Loop &L, std::initializer_list<int> Numbers);
  ~Signals();

  /// The number of the next one.
  Task<int> next();

private:
  static Descriptor open(std::initializer_list<int> Numbers, sigset_t &Before);

  sigset_t Before;
  LoopDescriptor Source;
};

} // namespace waitwise::runtime

#endif
