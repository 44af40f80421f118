//===- extract/Loops.cpp - loops of a control-flow graph ------------------===//
//
// A loop is a strongly connected component. Its header is the block that it is
// entered by; without the header, the loops inside come apart. This needs no
// dominators and takes loops made by goto like any other.
//
//===----------------------------------------------------------------------===//
#include "extract/Bounds.h"
#include "extract/Skeleton.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace waitwise {

namespace {

using BlockList = std::vector<uint32_t>;

/// Strongly connected components of a part of the graph (Tarjan, without
/// recursion).
class Components {
public:
  Components(const std::vector<Block> &Blocks)
      : Blocks(Blocks), Part(Blocks.size(), 0), State(Blocks.size()) {}

  /// Those with a cycle, each sorted, by first block.
  std::vector<BlockList> cyclesIn(const BlockList &Nodes);
  /// True if the two were in one part at the last call.
  bool isIn(uint32_t Id) const { return Part[Id] == Current; }

private:
  struct Mark {
    uint32_t Round = 0, Index = 0, Low = 0;
    bool OnStack = false;
  };
  void visit(uint32_t Root);
  void close(uint32_t Id);

  const std::vector<Block> &Blocks;
  std::vector<uint32_t> Part;
  std::vector<Mark> State;
  uint32_t Current = 0, Next = 0;
  BlockList Stack;
  std::vector<BlockList> Found;
};

void Components::close(uint32_t Id) {
  BlockList Members;
  uint32_t Top = None;
  while (Top != Id) {
    Top = Stack.back();
    Stack.pop_back();
    State[Top].OnStack = false;
    Members.push_back(Top);
  }
  bool Cycle = Members.size() > 1 || llvm::is_contained(Blocks[Id].Succs, Id);
  if (!Cycle)
    return;
  llvm::sort(Members);
  Found.push_back(std::move(Members));
}

void Components::visit(uint32_t Root) {
  struct Frame {
    uint32_t Id;
    size_t NextSucc;
  };
  std::vector<Frame> Frames;
  auto Enter = [&](uint32_t Id) {
    State[Id] = {Current, Next, Next, true};
    ++Next;
    Stack.push_back(Id);
    Frames.push_back({Id, 0});
  };
  Enter(Root);
  while (!Frames.empty()) {
    Frame &F = Frames.back();
    uint32_t Id = F.Id;
    if (F.NextSucc == Blocks[Id].Succs.size()) {
      Frames.pop_back();
      if (!Frames.empty())
        State[Frames.back().Id].Low =
            std::min(State[Frames.back().Id].Low, State[Id].Low);
      if (State[Id].Low == State[Id].Index)
        close(Id);
      continue;
    }
    uint32_t To = Blocks[Id].Succs[F.NextSucc++];
    if (To == None || !isIn(To))
      continue;
    if (State[To].Round != Current)
      Enter(To);
    else if (State[To].OnStack)
      State[Id].Low = std::min(State[Id].Low, State[To].Index);
  }
}

std::vector<BlockList> Components::cyclesIn(const BlockList &Nodes) {
  ++Current;
  Found.clear();
  for (uint32_t Id : Nodes)
    Part[Id] = Current;
  for (uint32_t Id : Nodes)
    if (State[Id].Round != Current)
      visit(Id);
  llvm::sort(Found);
  return std::move(Found);
}

/// Blocks that loops still to be made consist of.
struct Region {
  BlockList Nodes;
  uint32_t Parent = None;
};

} // namespace

/// The first member that is entered from outside.
static uint32_t headerOf(const BlockList &Members,
                         const std::vector<BlockList> &Preds) {
  for (uint32_t Id : Members)
    for (uint32_t From : Preds[Id])
      if (!std::binary_search(Members.begin(), Members.end(), From))
        return Id;
  return Members.front();
}

static std::vector<BlockList> predecessors(const std::vector<Block> &Blocks) {
  std::vector<BlockList> Preds(Blocks.size());
  for (uint32_t Id = 0; Id != Blocks.size(); ++Id)
    for (uint32_t To : Blocks[Id].Succs)
      if (To != None)
        Preds[To].push_back(Id);
  return Preds;
}

/// The loop statement behind each loop: of those that end a block of the loop
/// itself (not of an inner one), the outermost.
static std::vector<const Stmt *>
statementsOf(const Function &F, const Nodes &All, const SourceManager &SM) {
  std::vector<const Stmt *> Result(F.Loops.size());
  for (uint32_t Id = 0; Id != F.Blocks.size(); ++Id) {
    uint32_t L = F.Blocks[Id].Loop;
    const Stmt *S =
        All[Id].IsLast ? All[Id].From->getTerminatorStmt() : nullptr;
    if (L == None || !S || F.Blocks[Id].Succs.empty() ||
        F.Blocks[Id].Succs[0] == None ||
        !isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S))
      continue;
    if (!Result[L] || SM.isBeforeInTranslationUnit(S->getBeginLoc(),
                                                   Result[L]->getBeginLoc()))
      Result[L] = S;
  }
  return Result;
}

static SourceLocation startOf(const Nodes &All, uint32_t Id) {
  for (unsigned I = All[Id].Begin; I != All[Id].End; ++I)
    if (auto S = (*All[Id].From)[I].getAs<CFGStmt>())
      return S->getStmt()->getBeginLoc();
  return SourceLocation();
}

void findLoops(Body &B, const Nodes &All) {
  Function &F = B.Out;
  std::vector<BlockList> Preds = predecessors(F.Blocks);
  Components Find(F.Blocks);
  std::vector<Region> Work(1);
  for (uint32_t Id = 0; Id != F.Blocks.size(); ++Id)
    Work[0].Nodes.push_back(Id);
  for (size_t I = 0; I != Work.size(); ++I) {
    Region Now = std::move(Work[I]);
    for (BlockList &Members : Find.cyclesIn(Now.Nodes)) {
      uint32_t Id = F.Loops.size();
      Loop L;
      L.Parent = Now.Parent;
      L.Header = headerOf(Members, Preds);
      F.Loops.push_back(L);
      for (uint32_t Member : Members)
        F.Blocks[Member].Loop = Id;
      llvm::erase(Members, L.Header);
      Work.push_back({std::move(Members), Id});
    }
  }
  const SourceManager &SM = B.U.Ctx.getSourceManager();
  std::vector<const Stmt *> Stmts = statementsOf(F, All, SM);
  for (uint32_t Id = 0; Id != F.Loops.size(); ++Id) {
    Loop &L = F.Loops[Id];
    SourceLocation Loc =
        Stmts[Id] ? Stmts[Id]->getBeginLoc() : startOf(All, L.Header);
    L.Loc = B.U.Src.locate(Loc);
    if (Stmts[Id])
      boundLoop(B, Stmts[Id], L);
  }
}

} // namespace waitwise
