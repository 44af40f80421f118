//===- runtime/Call.h - a function call as a message ----------------------===//
//
//   call    address of runCall<R, A…>, address of the function, arguments
//   reply   1 and the value, or 0 and an exception's type and text
//
// Both ends are forks of one program: see ForkServer.h.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_CALL_H
#define WAITWISE_RUNTIME_CALL_H

#include "Future.h"
#include "SharedBuffer.h"

#include <cstdint>
#include <tuple>

namespace waitwise::runtime {

/// What the function threw in the worker: its type by name, and its text.
struct RemoteError : std::runtime_error {
  RemoteError(std::string T, const std::string &What)
      : std::runtime_error(What), Type(std::move(T)) {}
  std::string Type;
};

/// The name of the exception's type, and what() it says.
std::pair<std::string, std::string> describe(std::exception_ptr Error);

/// In the worker: reads the rest of a call, makes it, writes the reply.
template <class R, class... A> void runCall(Reader &In, Message &Reply) {
  auto Result = Outcome<R>::of([&]() -> R {
    auto Work = reinterpret_cast<R (*)(A...)>(take<uintptr_t>(In));
    std::tuple<std::decay_t<A>...> Arguments{take<std::decay_t<A>>(In)...};
    return std::apply(Work, std::move(Arguments));
  });
  put(Reply, !Result.error());
  if (std::exception_ptr Error = Result.error()) {
    auto [Type, What] = describe(Error);
    put(Reply, Type);
    put(Reply, What);
  } else if constexpr (!std::is_void_v<R>) {
    put(Reply, Result.take());
  }
}

template <class R, class... A, class... B>
Message encodeCall(R (*Work)(A...), B &&...Arguments) {
  static_assert(sizeof...(A) == sizeof...(B), "arguments of the function");
  Message Call;
  put(Call, reinterpret_cast<uintptr_t>(&runCall<R, A...>));
  put(Call, reinterpret_cast<uintptr_t>(Work));
  (Wire<std::decay_t<A>>::put(Call, std::forward<B>(Arguments)), ...);
  return Call;
}

/// The value, or throws RemoteError.
template <class R> R decodeReply(Message Reply) {
  Reader In(Reply);
  if (!take<bool>(In)) {
    std::string Type = take<std::string>(In);
    throw RemoteError(std::move(Type), take<std::string>(In));
  }
  if constexpr (!std::is_void_v<R>)
    return take<R>(In);
}

} // namespace waitwise::runtime

#endif
