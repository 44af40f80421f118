//===- model/Program.h - linked summaries ---------------------------------===//
//
// A Program is one big Summary: tables merged entity by entity, one body per
// function, ids rewritten. Resolution of indirect and virtual calls is not
// here but in the Solution.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_MODEL_PROGRAM_H
#define WAITWISE_MODEL_PROGRAM_H

#include "model/Summary.h"

#include "llvm/ADT/StringRef.h"

namespace waitwise {

/// Index of a body in Program::Functions.
using FunctionId = uint32_t;

/// One translation unit, for coverage and messages.
struct UnitInfo {
  std::string MainFile;
  uint32_t Errors = 0;
};

struct Program {
  std::vector<std::string> Strings; ///< Entry 0 is the empty string.
  std::vector<TypeInfo> Types;
  std::vector<Entity> Entities;     ///< Sorted by (name, USR).
  std::vector<Function> Functions;  ///< Sorted by entity.
  std::vector<FunctionId> BodyOf;   ///< Entity → body, or None.
  std::vector<UnitInfo> Units;      ///< Sorted by main file.

  llvm::StringRef str(StringId S) const {
    return S == None ? llvm::StringRef() : llvm::StringRef(Strings[S]);
  }
  const Entity &entity(EntityId E) const { return Entities[E]; }
  const Entity &self(FunctionId F) const {
    return Entities[Functions[F].Self];
  }
  llvm::StringRef name(EntityId E) const { return str(Entities[E].Name); }
  llvm::StringRef nameOf(FunctionId F) const { return str(self(F).Name); }
  /// Name of a type, empty for None.
  llvm::StringRef typeName(TypeId T) const {
    return T == None ? llvm::StringRef() : str(Types[T].Name);
  }

  /// Classes that a template is instantiated with other than by pointer or
  /// reference: what its objects may own.
  std::vector<EntityId> classArgs(EntityId E) const;

  /// Prints functions, resolved names and bodies, the form that tests read.
  void print(llvm::raw_ostream &OS) const;
};

} // namespace waitwise

#endif // WAITWISE_MODEL_PROGRAM_H
