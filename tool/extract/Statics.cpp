//===- extract/Statics.cpp - initialisers of static variables -------------===//
//
// Tables of function pointers, registrations by constructors: what runs before
// main or never runs but flows. No control flow: one block.
//
//===----------------------------------------------------------------------===//
#include "extract/Statics.h"

#include "extract/Events.h"
#include "extract/Values.h"

using namespace clang;

namespace waitwise {

void buildStatics(Unit &U, ArrayRef<const VarDecl *> Variables, Function &Out) {
  Body B(U, Out, nullptr);
  B.IsFlat = true;
  for (const VarDecl *V : Variables) {
    recordTree(B, V->getInit());
    B.Transfers.push_back({B.slotOf(V), nullptr, V->getInit()});
  }
  fillTransfers(B);
  fillEvents(B);
  Block Only;
  Only.NumEvents = Out.Events.size();
  Out.Blocks.push_back(std::move(Only));
}

} // namespace waitwise
