//===- runtime/SharedBuffer.h - memory that several processes see ---------===//
//
// Processes share nothing, unless they say so: a SharedBuffer that is given to
// a call is the same memory there. Only its descriptor travels. Who writes
// while others read has to agree on that with them, as with any memory.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_SHAREDBUFFER_H
#define WAITWISE_RUNTIME_SHAREDBUFFER_H

#include "Wire.h"

#include <fcntl.h>
#include <span>
#include <sys/mman.h>
#include <sys/stat.h>

namespace waitwise::runtime {

class SharedBuffer {
public:
  /// Zeros. It has no name, and is gone with the last process that maps it.
  explicit SharedBuffer(size_t Size)
      : Fd(checked(memfd_create("shared-buffer", MFD_CLOEXEC), "memfd")) {
    checked(ftruncate(Fd.get(), off_t(Size)), "size of a shared buffer");
    map(Size);
  }

  /// The buffer that a descriptor of another process stands for.
  explicit SharedBuffer(Descriptor D) : Fd(std::move(D)) {
    struct stat Status;
    checked(fstat(Fd.get(), &Status), "a shared buffer");
    map(size_t(Status.st_size));
  }

  SharedBuffer(SharedBuffer &&Other) noexcept
      : Fd(std::move(Other.Fd)), Bytes(std::exchange(Other.Bytes, {})) {}
  ~SharedBuffer() {
    if (!Bytes.empty())
      munmap(Bytes.data(), Bytes.size());
  }

  std::span<std::byte> bytes() const { return Bytes; }

  /// The memory as an array of plain data.
  template <Plain T> std::span<T> as() const {
    return {reinterpret_cast<T *>(Bytes.data()), Bytes.size() / sizeof(T)};
  }

  /// One more descriptor for the same memory.
  Descriptor duplicate() const {
    return Descriptor(checked(fcntl(Fd.get(), F_DUPFD_CLOEXEC, 0), "dup"));
  }

private:
  void map(size_t Size) {
    if (!Size)
      return;
    void *At = checked(
        mmap(nullptr, Size, PROT_READ | PROT_WRITE, MAP_SHARED, Fd.get(), 0),
        "map of a shared buffer");
    Bytes = {static_cast<std::byte *>(At), Size};
  }

  Descriptor Fd;
  std::span<std::byte> Bytes;
};

template <> struct Wire<SharedBuffer> {
  static void put(Message &M, const SharedBuffer &Buffer) {
    M.Descriptors.push_back(Buffer.duplicate());
  }
  static SharedBuffer take(Reader &R) { return SharedBuffer(R.descriptor()); }
};

} // namespace waitwise::runtime

#endif
