//===- extract/Body.h - one function while it is read ---------------------===//
//
// Reading a body takes two passes. The first walks the control-flow graph and
// gives every event its number. The second knows all numbers and fills in
// values, moves and receivers: value of an expression = constant, slot, or the
// result of the event that the expression is.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_BODY_H
#define WAITWISE_EXTRACT_BODY_H

#include "extract/Unit.h"

#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseSet.h"

namespace waitwise {

/// What a construction initialises.
struct Destination {
  Value To;
  uint32_t Flags = 0; ///< EVF_Base for bases and members.
};

/// What an event was made from. Exactly one of the pointers is set; for
/// destructors of bases, Class.
struct Origin {
  const clang::Expr *E = nullptr;
  const clang::VarDecl *Variable = nullptr;
  const clang::CXXBindTemporaryExpr *Temporary = nullptr;
  const clang::FieldDecl *Field = nullptr;
  const clang::CXXRecordDecl *Base = nullptr;
  bool IsDefault = false; ///< Stands in a default argument.
};

/// One initialisation, assignment or return, to become moves.
struct Transfer {
  Value To;
  const clang::Expr *Target = nullptr; ///< Assignment: what To is the value of.
  const clang::Expr *From = nullptr;
  uint32_t Flags = 0;    ///< For a construction: EVF_Base.
  bool AddsBits = false; ///< `|=`
};

/// A block that is a function of its own (Directives.h), or none.
struct Outlined {
  const clang::CapturedStmt *Block = nullptr;
  EntityId Self = None;
  std::string Name, Key;
  /// What it captures, and the field that holds it.
  std::vector<std::pair<const clang::VarDecl *, EntityId>> Captures;
};

class Body {
public:
  /// \p FD is null for the static initialisation of the unit. Of a region it
  /// is the function around.
  Body(Unit &U, Function &Out, const clang::FunctionDecl *FD, Outlined Of = {});

  Unit &U;
  Function &Out;
  const clang::FunctionDecl *FD;
  const Outlined Of;

  /// Slot of a variable: parameter, local, capture or global.
  Value slotOf(const clang::ValueDecl *D);
  /// The field of the closure that captures \p D, or Unknown.
  Value captureOf(const clang::ValueDecl *D);
  /// A new local without a name.
  Value freshLocal(clang::QualType T);
  void addMove(Value To, Value From);
  /// \p To is calculated from \p From, a slot.
  void addComputed(Value To, Value From, bool IsMultiple = false);

  std::vector<Origin> Origins; ///< Parallel to Out.Events.
  std::vector<Transfer> Transfers;
  llvm::DenseMap<const clang::Stmt *, uint32_t> EventOf;
  llvm::DenseMap<const clang::Stmt *, Destination> DestinationOf;
  llvm::DenseMap<const clang::Stmt *, Value> JoinOf; ///< Values of ?: and {}.
  llvm::DenseSet<const clang::Stmt *> Discarded;     ///< Results not used.
  llvm::DenseSet<const clang::Stmt *> Awaited;       ///< Operands of co_await.
  /// Calls that a co_await makes behind the scenes and that are no events.
  llvm::DenseSet<const clang::Stmt *> Machinery;
  /// Those that are events where the project wrote the awaiter.
  llvm::DenseSet<const clang::Stmt *> Protocol;
  /// Calls of await_resume, and the suspension that they end.
  llvm::DenseMap<const clang::Stmt *, const clang::Expr *> ResumeOf;
  /// The temporary that an expression makes, of several wrappers the first.
  llvm::DenseMap<const clang::Stmt *, const clang::Expr *> TemporaryOf;
  /// Statements that mark where a block begins (WithoutOutlined).
  llvm::DenseMap<const clang::Stmt *, const clang::OMPExecutableDirective *>
      BeginOf;
  std::vector<Outlined> Blocks; ///< Those that it hands over.
  bool IsFlat = false; ///< Read without a control-flow graph.
  unsigned Depth = 0;  ///< Of nested joins; bounded.

private:
  llvm::DenseMap<const clang::ValueDecl *, uint32_t> Locals;
  llvm::DenseMap<const clang::ValueDecl *, clang::FieldDecl *> Captures;
};

/// A slot or constant with its number.
Value makeValue(ValueKind Kind, uint32_t Index = 0, int64_t Int = 0);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_BODY_H
