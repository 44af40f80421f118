//===- runtime/Link.h - messages over a Unix socket, with a limit ---------===//
//
// On the wire: sizes of what follows, then the descriptors (with the first
// byte), then the bytes. Neither side ever waits longer than its limit: the
// socket is asked with poll(2) and used without waiting.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_LINK_H
#define WAITWISE_RUNTIME_LINK_H

#include "Wire.h"

#include <chrono>
#include <optional>

namespace waitwise::runtime {

using Deadline = std::optional<std::chrono::steady_clock::time_point>;

/// Why a message has not come or gone.
enum class LinkState { Whole, Ended, Late };

class Link {
public:
  /// At most so many descriptors in a message (the kernel takes 253).
  static constexpr size_t MaxDescriptors = 64;

  Link() = default;
  explicit Link(Descriptor D) : Socket(std::move(D)) {}

  /// Two ends of a new link.
  static std::pair<Link, Link> pair();

  LinkState send(const Message &M, Deadline Until = {});
  LinkState receive(Message &M, Deadline Until = {});

  /// Whether the other end is still there, as far as is known now.
  bool isOpen() const;

  int descriptor() const { return Socket.get(); }
  Descriptor take() { return std::move(Socket); }
  void close() { Socket.reset(); }

private:
  LinkState await(short Events, Deadline Until) const;
  LinkState receiveBytes(std::string &Bytes, size_t Count, Deadline Until);
  LinkState receiveHead(struct Head &Sizes, Message &M, Deadline Until);

  Descriptor Socket;
};

} // namespace waitwise::runtime

#endif
