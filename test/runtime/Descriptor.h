//===- runtime/Descriptor.h - a file descriptor with an owner -------------===//
#ifndef WAITWISE_RUNTIME_DESCRIPTOR_H
#define WAITWISE_RUNTIME_DESCRIPTOR_H

#include <cerrno>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace waitwise::runtime {

/// What errno says, as an exception.
[[noreturn]] inline void throwErrno(const char *What) {
  throw std::system_error(errno, std::generic_category(), What);
}

/// The result of a system call that returns -1 when it fails.
template <class T> T checked(T Result, const char *What) {
  if (Result == (T)-1)
    throwErrno(What);
  return Result;
}

/// Closes its descriptor at the end of its life.
class Descriptor {
public:
  Descriptor() = default;
  explicit Descriptor(int F) : Fd(F) {}
  Descriptor(Descriptor &&Other) noexcept : Fd(Other.release()) {}
  Descriptor &operator=(Descriptor &&Other) noexcept {
    std::swap(Fd, Other.Fd);
    return *this;
  }
  ~Descriptor() { reset(); }

  int get() const { return Fd; }
  explicit operator bool() const { return Fd >= 0; }
  int release() { return std::exchange(Fd, -1); }
  void reset() {
    if (Fd >= 0)
      close(std::exchange(Fd, -1));
  }

private:
  int Fd = -1;
};

} // namespace waitwise::runtime

#endif
