//===- solve/CallOrder.cpp - callees before their callers -----------------===//
//
// Strongly connected components of the call graph by Tarjan's algorithm, which
// finds them bottom-up; with a stack of its own instead of recursion.
//
//===----------------------------------------------------------------------===//
#include "solve/CallOrder.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

CallOrder::CallOrder(const Analyses &A) : A(A) {
  collectCallees();
  Component.assign(Callees.size(), None);
  Marks.resize(Callees.size());
  Order.reserve(Callees.size());
  for (FunctionId F = 0; F < Callees.size(); ++F)
    if (Marks[F].Index == None)
      visit(F);
  Callees = {};
  Marks = {};
}

void CallOrder::collectCallees() {
  Callees.resize(A.P.Functions.size());
  for (FunctionId F = 0; F < Callees.size(); ++F) {
    for (const CallEdge &To : A.Calls[F].all())
      Callees[F].push_back(To.Callee);
    llvm::sort(Callees[F]);
    Callees[F].erase(std::unique(Callees[F].begin(), Callees[F].end()),
                     Callees[F].end());
  }
}

void CallOrder::visit(FunctionId Root) {
  struct Frame {
    FunctionId F;
    size_t NextCallee;
  };
  std::vector<Frame> Frames;
  auto Enter = [&](FunctionId F) {
    Marks[F] = {Next, Next, true};
    ++Next;
    Stack.push_back(F);
    Frames.push_back({F, 0});
  };
  Enter(Root);
  while (!Frames.empty()) {
    FunctionId F = Frames.back().F;
    if (Frames.back().NextCallee < Callees[F].size()) {
      FunctionId To = Callees[F][Frames.back().NextCallee++];
      if (Marks[To].Index == None)
        Enter(To);
      else if (Marks[To].OnStack)
        Marks[F].Low = std::min(Marks[F].Low, Marks[To].Index);
      continue;
    }
    Frames.pop_back();
    if (!Frames.empty()) {
      uint32_t &Low = Marks[Frames.back().F].Low;
      Low = std::min(Low, Marks[F].Low);
    }
    if (Marks[F].Low != Marks[F].Index)
      continue;
    for (FunctionId Top = None; Top != F;) {
      Top = Stack.back();
      Stack.pop_back();
      Marks[Top].OnStack = false;
      Component[Top] = NumComponents;
      Order.push_back(Top);
    }
    ++NumComponents;
  }
}
