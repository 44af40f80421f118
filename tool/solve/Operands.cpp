//===- solve/Operands.cpp - which argument a rule means -------------------===//
//
// Rules name arguments by position or by role ("the last one written", "the
// first callable"). Hidden default arguments that follow a completion token
// are not written, so they do not count as the last.
//
//===----------------------------------------------------------------------===//
#include "solve/Operands.h"

using namespace waitwise;

static bool isCallable(const Program &P, const Argument &A) {
  return A.V.Kind == ValueKind::Function ||
         (A.Type != None && P.Types[A.Type].has(TF_Callable));
}

static std::optional<unsigned> lastExplicit(const Event &E) {
  for (unsigned I = E.Args.size(); I > 0; --I)
    if (!E.Args[I - 1].IsDefault)
      return I - 1;
  return std::nullopt;
}

static std::optional<unsigned> callableAt(const Program &P, const Event &E,
                                          bool First) {
  std::optional<unsigned> Found;
  for (unsigned I = 0; I < E.Args.size(); ++I) {
    if (!isCallable(P, E.Args[I]))
      continue;
    Found = I;
    if (First)
      break;
  }
  return Found;
}

/// Whatever the operand's path says.
static std::optional<unsigned> wholeIndex(const Program &P, const Operand &O,
                                          const Event &E) {
  switch (O.K) {
  case Operand::Arg:
    return O.Index < E.Args.size() ? std::optional(O.Index) : std::nullopt;
  case Operand::LastArg:
    return E.Args.empty() ? std::nullopt
                          : std::optional<unsigned>(E.Args.size() - 1);
  case Operand::LastExplicit:
    return lastExplicit(E);
  case Operand::FirstCallable:
    return callableAt(P, E, true);
  case Operand::LastCallable:
    return callableAt(P, E, false);
  default:
    return std::nullopt;
  }
}

std::optional<unsigned> waitwise::argumentIndex(const Program &P,
                                                const Operand &O,
                                                const Event &E) {
  return O.Depth ? std::nullopt : wholeIndex(P, O, E);
}

/// The static type of an argument or of the result, or None.
static TypeId wholeType(const Program &P, const Operand &O, const Event &E) {
  if (O.K == Operand::Result)
    return E.ResultType;
  if (std::optional<unsigned> I = wholeIndex(P, O, E))
    return E.Args[*I].Type;
  return None;
}

/// What the path of an operand starts from: the function, or the class of a
/// method or of an object.
static EntityId templateOf(const Program &P, const Operand &O, const Event &E) {
  if (O.K == Operand::Receiver)
    return E.ReceiverClass;
  if (O.K != Operand::Callee) {
    TypeId T = wholeType(P, O, E);
    return T == None ? None : P.Types[T].Class;
  }
  bool IsPlain = E.Callee != None && P.entity(E.Callee).TemplateArgs.empty();
  return IsPlain ? P.entity(E.Callee).Parent : E.Callee;
}

/// The template argument that an operand with a path means, or null.
static const TemplateArg *templateArg(const Program &P, const Operand &O,
                                      const Event &E) {
  const TemplateArg *Found = nullptr;
  EntityId Of = templateOf(P, O, E);
  for (uint8_t Step : llvm::ArrayRef(O.Path).take_front(O.Depth)) {
    if (Of == None || Step >= P.entity(Of).TemplateArgs.size())
      return nullptr;
    Found = &P.entity(Of).TemplateArgs[Step];
    Of = Found->Type == None ? None : P.Types[Found->Type].Class;
  }
  return Found;
}

bool waitwise::hasOperand(const Program &P, const Operand &O, const Event &E) {
  if (O.Depth)
    return templateArg(P, O, E);
  return O.K == Operand::Receiver || O.K == Operand::Result ||
         argumentIndex(P, O, E);
}

Value waitwise::operandValue(const Program &P, const Operand &O, Site S) {
  const Event &E = P.Functions[S.F].Events[S.Event];
  if (O.Depth) {
    const TemplateArg *A = templateArg(P, O, E);
    return A ? A->V : Value();
  }
  if (O.K == Operand::Receiver)
    return E.Receiver;
  if (O.K == Operand::Result)
    return {ValueKind::Result, S.Event, 0};
  if (std::optional<unsigned> I = argumentIndex(P, O, E))
    return E.Args[*I].V;
  return {};
}

TypeId waitwise::operandType(const Program &P, const Operand &O,
                             const Event &E) {
  if (!O.Depth)
    return wholeType(P, O, E);
  const TemplateArg *A = templateArg(P, O, E);
  return A ? A->Type : None;
}

EntityId waitwise::operandClass(const Program &P, const Operand &O,
                                const Event &E) {
  if (O.K == Operand::Receiver && !O.Depth)
    return E.ReceiverClass;
  TypeId T = operandType(P, O, E);
  return T == None ? None : P.Types[T].Class;
}

Value waitwise::calledThrough(const Program &P, const Event &E) {
  if (E.Callee == None)
    return E.Via;
  const Entity &Callee = P.entity(E.Callee);
  if (Callee.has(EF_Method) && P.str(Callee.Name).ends_with("::operator()"))
    return E.Receiver;
  std::optional<unsigned> First = callableAt(P, E, true);
  if (First && First == callableAt(P, E, false))
    return E.Args[*First].V;
  return {};
}

uint32_t waitwise::testedEvent(const Function &Body, const Value &V) {
  if (V.Kind == ValueKind::Result)
    return V.Index;
  uint32_t Event = None;
  for (const Move &M : Body.Moves) {
    if (!(M.To == V))
      continue;
    if (M.From.Kind != ValueKind::Result || Event != None)
      return None;
    Event = M.From.Index;
  }
  return Event;
}
