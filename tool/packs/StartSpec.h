//===- packs/StartSpec.h - what a rule says of starting work --------------===//
#ifndef WAITWISE_PACKS_STARTSPEC_H
#define WAITWISE_PACKS_STARTSPEC_H

#include "model/Start.h"
#include "packs/Condition.h"

#include <optional>

namespace waitwise {

/// A call that does not go on until work that was started has ended, or until
/// there is room for more.
enum class RoomOrEnd : uint8_t { Neither, Room, End };

/// What a call starts, or is to those that start work.
struct StartSpec {
  /// The model it starts work under; Keep: it starts none, whatever it runs;
  /// empty: as `runs` says.
  std::optional<WorkModel> Model;
  Operand Program;  ///< Another program is started: its name or command.
  Operand Executes; ///< The process goes on as this program.
  bool Accepts = false; ///< It takes a connection, or calls back for each.
  RoomOrEnd Joins = RoomOrEnd::Neither;

  bool saysSomething() const {
    return Model || Executes || Accepts || Joins != RoomOrEnd::Neither;
  }
};

} // namespace waitwise

#endif // WAITWISE_PACKS_STARTSPEC_H
