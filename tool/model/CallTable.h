//===- model/CallTable.h - what every call may run, packed ----------------===//
//
//   FirstEvent[F]          number of a function's first event in the program
//   FirstEdge[event]       where its edges begin; the next event's is the end
//   Edges                  all edges, event by event
//
// Ten million calls, most of them with one target or none, are three arrays
// and not ten million vectors.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_MODEL_CALLTABLE_H
#define WAITWISE_MODEL_CALLTABLE_H

#include "model/Effect.h"
#include "model/Program.h"

#include "llvm/ADT/ArrayRef.h"

namespace waitwise {

/// How a call reaches its target.
enum class EdgeKind : uint8_t {
  Direct,    ///< Named by the call.
  Virtual,   ///< Override in a class that the program constructs.
  Stored,    ///< Callable that flowed into the slot called through.
  Inline,    ///< Callable handed to a library that runs it during the call.
  Construct, ///< Constructor or destructor run by a library (make_unique).
};
llvm::StringRef toString(EdgeKind K);

struct CallEdge {
  FunctionId Callee = None;
  EdgeKind Kind = EdgeKind::Direct;
  Confidence Conf = Confidence::High;
};

/// Numbers the events of a program, function by function.
class EventNumbers {
public:
  EventNumbers() = default;
  explicit EventNumbers(const Program &P) {
    First.reserve(P.Functions.size() + 1);
    First.push_back(0);
    for (const Function &F : P.Functions)
      First.push_back(First.back() + F.Events.size());
  }
  uint32_t of(FunctionId F, uint32_t Event) const { return First[F] + Event; }
  uint32_t eventsOf(FunctionId F) const { return First[F + 1] - First[F]; }
  uint32_t size() const { return First.empty() ? 0 : First.back(); }

private:
  std::vector<uint32_t> First; ///< And one for the end.
};

class CallTable {
public:
  /// The calls of one function.
  class Row {
  public:
    Row(const CallTable &T, FunctionId F) : T(T), F(F) {}
    uint32_t size() const { return T.Numbers.eventsOf(F); }
    llvm::ArrayRef<CallEdge> operator[](uint32_t Event) const {
      return T.between(T.Numbers.of(F, Event), T.Numbers.of(F, Event) + 1);
    }
    /// Of all its events, in their order.
    llvm::ArrayRef<CallEdge> all() const {
      return T.between(T.Numbers.of(F, 0), T.Numbers.of(F, size()));
    }

  private:
    const CallTable &T;
    FunctionId F;
  };

  CallTable() = default;
  /// \p FirstEdge has an element for each event and one for the end.
  CallTable(EventNumbers Numbers, std::vector<uint32_t> FirstEdge,
            std::vector<CallEdge> Edges)
      : Numbers(std::move(Numbers)), FirstEdge(std::move(FirstEdge)),
        Edges(std::move(Edges)) {}

  Row operator[](FunctionId F) const { return {*this, F}; }

private:
  llvm::ArrayRef<CallEdge> between(uint32_t From, uint32_t To) const {
    return llvm::ArrayRef(Edges).slice(FirstEdge[From],
                                       FirstEdge[To] - FirstEdge[From]);
  }

  EventNumbers Numbers;
  std::vector<uint32_t> FirstEdge;
  std::vector<CallEdge> Edges;
};

} // namespace waitwise

#endif // WAITWISE_MODEL_CALLTABLE_H
