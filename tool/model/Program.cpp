//===- model/Program.cpp - a linked program as text -----------------------===//
//
// One paragraph per function with a body, in the order of names: what it calls
// and from where. Detail below that is in the dump of the summaries.
//
//===----------------------------------------------------------------------===//
#include "model/Program.h"

#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace waitwise;

static void printPlace(const Program &P, const Location &L,
                       llvm::raw_ostream &OS) {
  if (L.isValid())
    OS << llvm::sys::path::filename(P.str(L.File)) << ":" << L.Line;
}

static void printEvent(const Program &P, const Event &E,
                       llvm::raw_ostream &OS) {
  OS << "  ";
  printPlace(P, E.Loc, OS);
  if (E.Kind != EventKind::Call) {
    OS << (E.Kind == EventKind::Await ? " await\n" : " yield\n");
    return;
  }
  OS << (E.has(EVF_Virtual) ? " virtual" : "");
  if (E.Callee == None) {
    OS << " indirect call";
    bool Named = E.Via.Kind == ValueKind::Field ||
                 E.Via.Kind == ValueKind::Global;
    if (Named)
      OS << " through " << P.name(E.Via.Index);
  } else {
    OS << " call " << P.name(E.Callee);
    if (P.BodyOf[E.Callee] != None)
      OS << " (defined)";
  }
  OS << "\n";
}

std::vector<EntityId> Program::classArgs(EntityId E) const {
  std::vector<EntityId> Found;
  for (const TemplateArg &A : Entities[E].TemplateArgs) {
    if (A.Type == None || A.V.Kind != ValueKind::Unknown)
      continue;
    const TypeInfo &T = Types[A.Type];
    bool Points = T.has(TF_Pointer) && !T.has(TF_Array);
    if (T.Class != None && !Points && !T.has(TF_Reference))
      Found.push_back(T.Class);
  }
  return Found;
}

void Program::print(llvm::raw_ostream &OS) const {
  for (const UnitInfo &U : Units)
    OS << "unit " << U.MainFile << (U.Errors ? " (partial)" : "") << "\n";
  for (const Function &F : Functions) {
    OS << "function " << name(F.Self) << " ";
    printPlace(*this, entity(F.Self).Loc, OS);
    OS << "\n";
    for (const Event &E : F.Events)
      printEvent(*this, E, OS);
  }
}
