//===- model/Summary.cpp - a summary as text ------------------------------===//
//
// One paragraph per function, entities by name, values as short words:
// `param 0`, `local g`, `result #3`, `field C::x`. The form is stable: tests of
// the extract stage read it.
//
//===----------------------------------------------------------------------===//
#include "model/Summary.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace waitwise {
namespace {

struct FlagWord {
  uint32_t Flag;
  StringLiteral Word;
};

constexpr FlagWord EntityWords[] = {{EF_CLinkage, "c"},
                                    {EF_System, "system"},
                                    {EF_Method, "method"},
                                    {EF_Virtual, "virtual"},
                                    {EF_Pure, "pure"},
                                    {EF_Constructor, "constructor"},
                                    {EF_Destructor, "destructor"},
                                    {EF_Lambda, "lambda"},
                                    {EF_NoReturn, "noreturn"},
                                    {EF_Coroutine, "coroutine"},
                                    {EF_Internal, "internal"},
                                    {EF_Static, "static"},
                                    {EF_Blocking, "blocking"},
                                    {EF_NonBlocking, "nonblocking"},
                                    {EF_Variadic, "variadic"},
                                    {EF_Abstract, "abstract"},
                                    {EF_Implicit, "implicit"},
                                    {EF_Awaitable, "awaitable"},
                                    {EF_Iterable, "iterable"},
                                    {EF_Callable, "callable"},
                                    {EF_MainFile, "main-file"},
                                    {EF_Volatile, "volatile"},
                                    {EF_Final, "final"}};

constexpr FlagWord EventWords[] = {
    {EVF_Virtual, "virtual"}, {EVF_Construct, "construct"},
    {EVF_Destroy, "destroy"}, {EVF_Implicit, "implicit"},
    {EVF_Awaited, "awaited"}, {EVF_Discarded, "discarded"},
    {EVF_New, "new"},         {EVF_Base, "base"},
    {EVF_Ready, "ready"}};

constexpr StringLiteral CompareWords[] = {"",   "==", "!=", "<",
                                          "<=", ">",  ">=", "has"};

/// Prints one summary.
class Printer {
public:
  Printer(const Summary &S, raw_ostream &OS) : S(S), OS(OS) {}
  void print();

private:
  StringRef str(StringId Id) const {
    return Id == None || Id >= S.Strings.size() ? StringRef()
                                                : StringRef(S.Strings[Id]);
  }
  StringRef name(EntityId Id) const {
    return Id >= S.Entities.size() ? StringRef("?") : str(S.Entities[Id].Name);
  }
  StringRef type(TypeId Id) const {
    return Id >= S.Types.size() ? StringRef("?") : str(S.Types[Id].Spelling);
  }
  void flags(uint32_t Flags, ArrayRef<FlagWord> Words);
  void place(Location Loc, bool WithFile);
  void value(const Value &V, const Function &F);
  void variables(StringRef Title, const std::vector<Variable> &Vars);
  void block(const Function &F, uint32_t Id);
  void event(const Function &F, uint32_t Id);
  void arguments(const Event &E, const Function &F);
  void loop(const Function &F, uint32_t Id);
  void moves(StringRef Word, const std::vector<Move> &Moves,
             const Function &F);
  void function(const Function &F);
  void entities();
  void names(StringRef Title, const std::vector<EntityId> &Ids);
  void templateArgs(const std::vector<TemplateArg> &Args);

  const Summary &S;
  raw_ostream &OS;
};

void Printer::flags(uint32_t Flags, ArrayRef<FlagWord> Words) {
  ListSeparator Sep(" ");
  OS << " [";
  for (const FlagWord &W : Words)
    if (Flags & W.Flag)
      OS << Sep << W.Word;
  OS << "]";
}

void Printer::place(Location Loc, bool WithFile) {
  if (!Loc.isValid())
    return;
  OS << " @";
  if (WithFile)
    OS << str(Loc.File) << ":";
  OS << Loc.Line << ":" << Loc.Column;
}

void Printer::value(const Value &V, const Function &F) {
  auto Named = [&](StringRef Kind, const std::vector<Variable> &Vars) {
    OS << Kind << " ";
    StringRef Name =
        V.Index < Vars.size() ? str(Vars[V.Index].Name) : StringRef();
    if (Name.empty())
      OS << "%" << V.Index;
    else
      OS << Name;
  };
  switch (V.Kind) {
  case ValueKind::Unknown:
    OS << "?";
    break;
  case ValueKind::Int:
    OS << V.Int;
    break;
  case ValueKind::Bits:
    OS << "bits " << V.Int;
    break;
  case ValueKind::Duration:
    OS << V.Int << "ns";
    break;
  case ValueKind::Null:
    OS << "null";
    break;
  case ValueKind::String:
    OS << '"';
    printEscapedString(str(V.Index), OS);
    OS << '"';
    break;
  case ValueKind::Param:
    return Named("param", F.Params);
  case ValueKind::Local:
    return Named("local", F.Locals);
  case ValueKind::This:
    OS << "this";
    break;
  case ValueKind::Field:
    OS << "field " << name(V.Index);
    break;
  case ValueKind::Global:
    OS << "global " << name(V.Index);
    break;
  case ValueKind::Result:
    OS << "result #" << V.Index;
    break;
  case ValueKind::Function:
    OS << "function " << name(V.Index);
    break;
  case ValueKind::Return:
    OS << "return";
    break;
  }
}

void Printer::arguments(const Event &E, const Function &F) {
  ListSeparator Sep;
  OS << " (";
  for (const Argument &A : E.Args) {
    OS << Sep;
    if (A.IsDefault)
      OS << "default ";
    if (A.IsLess)
      OS << "less ";
    value(A.V, F);
    OS << ": " << type(A.Type);
  }
  OS << ")";
}

void Printer::event(const Function &F, uint32_t Id) {
  const Event &E = F.Events[Id];
  OS << "    #" << Id << " ";
  if (E.Kind == EventKind::Await)
    OS << "await";
  else if (E.Kind == EventKind::Yield)
    OS << "yield";
  else if (E.Callee != None)
    OS << name(E.Callee);
  else {
    OS << "via ";
    value(E.Via, F);
  }
  if (E.Receiver.Kind != ValueKind::Unknown || E.ReceiverClass != None) {
    OS << " on ";
    value(E.Receiver, F);
    if (E.ReceiverClass != None)
      OS << ": " << name(E.ReceiverClass);
  }
  arguments(E, F);
  if (E.ResultType != None)
    OS << " -> " << type(E.ResultType);
  if (E.Flags)
    flags(E.Flags, EventWords);
  if (E.Macro != None)
    OS << " macro " << str(E.Macro);
  place(E.Loc, /*WithFile=*/false);
  OS << "\n";
}

void Printer::block(const Function &F, uint32_t Id) {
  const Block &B = F.Blocks[Id];
  OS << "  block " << Id;
  ListSeparator Sep;
  if (!B.Succs.empty())
    OS << " -> ";
  for (uint32_t To : B.Succs) {
    OS << Sep;
    if (To == None)
      OS << "none";
    else
      OS << To;
  }
  if (B.Cond.Op != CompareOp::None) {
    OS << " if ";
    value(B.Cond.Operand, F);
    OS << " " << CompareWords[unsigned(B.Cond.Op)] << " " << B.Cond.Rhs;
  }
  if (B.Ops)
    OS << " ops " << B.Ops;
  if (B.Loop != None)
    OS << " loop " << B.Loop;
  if (B.NoReturn)
    OS << " noreturn";
  OS << "\n";
  for (uint32_t I = 0; I != B.NumEvents; ++I)
    event(F, B.FirstEvent + I);
}

void Printer::loop(const Function &F, uint32_t Id) {
  const Loop &L = F.Loops[Id];
  OS << "  loop " << Id << " header " << L.Header;
  if (L.Parent != None)
    OS << " in loop " << L.Parent;
  switch (L.Bound) {
  case LoopBound::Unknown:
    OS << " unknown";
    break;
  case LoopBound::Constant:
    OS << " constant " << L.Trips;
    break;
  case LoopBound::Container:
    OS << " container ";
    value(L.Limit, F);
    break;
  case LoopBound::Value:
    OS << " value ";
    value(L.Limit, F);
    break;
  case LoopBound::Infinite:
    OS << " infinite";
    break;
  }
  if (L.Restarts)
    OS << " restarts";
  place(L.Loc, /*WithFile=*/false);
  OS << "\n";
}

void Printer::variables(StringRef Title, const std::vector<Variable> &Vars) {
  if (Vars.empty())
    return;
  ListSeparator Sep;
  OS << "  " << Title << ": ";
  for (size_t I = 0; I != Vars.size(); ++I) {
    StringRef Name = str(Vars[I].Name);
    OS << Sep;
    if (Name.empty())
      OS << "%" << I;
    else
      OS << Name;
    OS << ": " << type(Vars[I].Type);
  }
  OS << "\n";
}

void Printer::moves(StringRef Word, const std::vector<Move> &Moves,
                    const Function &F) {
  for (const Move &M : Moves) {
    OS << "  " << Word << " ";
    value(M.To, F);
    OS << " <- ";
    value(M.From, F);
    if (M.IsMultiple)
      OS << " (multiple)";
    OS << "\n";
  }
}

void Printer::function(const Function &F) {
  const Entity &Self = S.Entities[F.Self];
  OS << "function " << str(Self.Name);
  flags(Self.Flags, EntityWords);
  place(Self.Loc, /*WithFile=*/true);
  OS << "\n";
  variables("params", F.Params);
  variables("locals", F.Locals);
  for (uint32_t I = 0; I != F.Blocks.size(); ++I)
    block(F, I);
  for (uint32_t I = 0; I != F.Loops.size(); ++I)
    loop(F, I);
  moves("move", F.Moves, F);
  moves("computed", F.Computed, F);
  OS << "\n";
}

void Printer::names(StringRef Title, const std::vector<EntityId> &Ids) {
  if (Ids.empty())
    return;
  ListSeparator Sep;
  OS << " " << Title << "(";
  for (EntityId Id : Ids)
    OS << Sep << name(Id);
  OS << ")";
}

void Printer::templateArgs(const std::vector<TemplateArg> &Args) {
  if (Args.empty())
    return;
  ListSeparator Sep;
  OS << " args(";
  for (const TemplateArg &A : Args) {
    OS << Sep;
    if (A.V.Kind != ValueKind::Unknown || A.Type == None)
      value(A.V, Function());
    else
      OS << type(A.Type);
  }
  OS << ")";
}

void Printer::entities() {
  static constexpr StringLiteral Kinds[] = {"function", "field", "variable",
                                            "class"};
  for (const Entity &E : S.Entities) {
    OS << "entity " << Kinds[unsigned(E.Kind)] << " " << str(E.Name);
    flags(E.Flags, EntityWords);
    if (E.Kind == EntityKind::Function) {
      ListSeparator Sep;
      OS << " (";
      for (TypeId T : E.Params)
        OS << Sep << type(T);
      OS << ")";
    }
    if (E.Type != None)
      OS << " : " << type(E.Type);
    if (E.Parent != None)
      OS << " in " << name(E.Parent);
    names("bases", E.Bases);
    names("overrides", E.Overrides);
    templateArgs(E.TemplateArgs);
    for (StringId A : E.Annotations)
      OS << " annotated \"" << str(A) << '"';
    OS << " key " << str(E.Usr);
    place(E.Loc, /*WithFile=*/true);
    OS << "\n";
  }
}

void Printer::print() {
  OS << "unit " << S.MainFile << (S.IsC ? " C" : " C++");
  if (S.Errors)
    OS << " partial errors " << S.Errors;
  OS << "\n";
  for (const std::string &D : S.Diagnostics)
    OS << "  error " << D << "\n";
  OS << "\n";
  for (const Function &F : S.Functions)
    function(F);
  entities();
}

} // namespace

void Summary::print(raw_ostream &OS) const { Printer(*this, OS).print(); }

} // namespace waitwise
