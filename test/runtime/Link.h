//===- runtime/Link.h - messages over a Unix socket, with a limit ---------===//
//
// On the wire: sizes of what follows, then the bytes, and the descriptors
// beside them. The two ends of a pair() take turns; of packets() any number of
// threads may send at a time, small messages. Neither side ever waits longer
// than its limit, or when told not to: poll(2) waits, for the socket and for a
// descriptor that becomes readable; the socket itself is used without waiting.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_LINK_H
#define WAITWISE_RUNTIME_LINK_H

#include "Wire.h"

#include <chrono>
#include <optional>

namespace waitwise::runtime {

/// What ends a wait.
struct LinkLimits {
  std::optional<std::chrono::steady_clock::time_point> Until;
  int Interrupt = -1; ///< A descriptor that becomes readable.
};

/// Whether a message has come or gone, or why not.
enum class LinkState { Whole, Ended, Late, Interrupted };

class Link {
public:
  /// At most so many descriptors in a message (the kernel takes 253).
  static constexpr size_t MaxDescriptors = 64;

  Link() = default;
  explicit Link(Descriptor D) : Socket(std::move(D)) {}

  /// Two ends of a new link.
  static std::pair<Link, Link> pair();
  /// The same; a message has at most 32 KiB, and arrives whole or not at all.
  static std::pair<Link, Link> packets();

  LinkState send(const Message &M, const LinkLimits &Limits = {});
  LinkState receive(Message &M, const LinkLimits &Limits = {});

  /// Whether the other end is still there, as far as is known now.
  bool isOpen() const;

  int descriptor() const { return Socket.get(); }
  Descriptor take() { return std::move(Socket); }
  void close() { Socket.reset(); }

private:
  LinkState await(short Events, const LinkLimits &Limits) const;
  Descriptor Socket;
};

} // namespace waitwise::runtime

#endif
