//===- extract/Skeleton.cpp - control-flow graph to blocks and events -----===//
#include "extract/Skeleton.h"

#include "extract/Coroutines.h"
#include "extract/Directives.h"
#include "extract/Events.h"
#include "extract/LiveObjects.h"
#include "extract/Outline.h"
#include "support/Limits.h"

#include "clang/AST/ASTContext.h"

using namespace clang;

namespace waitwise {

namespace {

/// Builds one function's graph.
class Builder {
public:
  Builder(Body &B, const CFG &Graph)
      : B(B), Graph(Graph), Objects(B.U.Ctx, Graph) {}
  void build(const Outline &Lines);

private:
  void findReachable();
  void splitAt(const CXXTryStmt *Try);
  void makeNodes();
  void prepare();
  void findLive();
  void emit(const Piece &N);
  void unwind(const CFGBlock *Block);
  void addSuccessors(uint32_t Id);
  void addCases(uint32_t Id, const SwitchStmt *Switch);
  uint32_t firstNode(const CFGBlock *Block) const;

  Body &B;
  const CFG &Graph;
  Nodes All;
  std::vector<const CFGBlock *> Order; ///< Entry first, exit last.
  std::vector<uint32_t> FirstNode;     ///< By block id.
  struct Split {
    unsigned At;
    unsigned Order;
    const CFGBlock *Handler;
  };
  llvm::DenseMap<const CFGBlock *, std::vector<Split>> Splits;
  LiveObjects Objects;
  llvm::DenseSet<const Stmt *> CompileTime; ///< Costs nothing at run time.
};

} // namespace

//===- Which blocks -------------------------------------------------------===//

/// Blocks that \p Root reaches and that were not seen yet, each before those
/// it leads to (back edges excepted), first successors first.
static std::vector<const CFGBlock *> inOrder(const CFGBlock *Root,
                                             std::vector<bool> &Seen) {
  struct Frame {
    const CFGBlock *Block;
    unsigned Left; ///< Successors still to be visited, last first.
  };
  std::vector<const CFGBlock *> Done;
  std::vector<Frame> Frames;
  auto Enter = [&](const CFGBlock *Block) {
    if (!Block || Seen[Block->getBlockID()])
      return;
    Seen[Block->getBlockID()] = true;
    Frames.push_back({Block, Block->succ_size()});
  };
  Enter(Root);
  while (!Frames.empty()) {
    Frame &F = Frames.back();
    if (F.Left == 0) {
      Done.push_back(F.Block);
      Frames.pop_back();
      continue;
    }
    --F.Left;
    Enter((F.Block->succ_begin() + F.Left)->getReachableBlock());
  }
  std::reverse(Done.begin(), Done.end());
  return Done;
}

void Builder::findReachable() {
  std::vector<bool> Seen(Graph.getNumBlockIDs(), false);
  // The exit comes last, and is always there.
  Seen[Graph.getExit().getBlockID()] = true;
  Order = inOrder(&Graph.getEntry(), Seen);
  for (const CFGBlock *Dispatch : Graph.try_blocks())
    llvm::append_range(Order, inOrder(Dispatch, Seen));
  Order.push_back(&Graph.getExit());
}

//===- Try blocks ---------------------------------------------------------===//

static llvm::DenseSet<const Stmt *> statementsOf(const Stmt *Root) {
  llvm::DenseSet<const Stmt *> Result;
  llvm::SmallVector<const Stmt *, 32> Work{Root};
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    if (!S || !Result.insert(S).second || isa<LambdaExpr>(S))
      continue;
    for (const Stmt *Child : S->children())
      Work.push_back(Child);
  }
  return Result;
}

void Builder::splitAt(const CXXTryStmt *Try) {
  const CFGBlock *Handler = nullptr;
  for (const CFGBlock *Dispatch : Graph.try_blocks())
    if (Dispatch->getTerminatorStmt() == Try)
      Handler = Dispatch;
  if (!Handler)
    return;
  llvm::DenseSet<const Stmt *> Inside = statementsOf(Try->getTryBlock());
  for (const CFGBlock *Block : Order) {
    for (unsigned I = 0; I != Block->size(); ++I) {
      auto S = (*Block)[I].getAs<CFGStmt>();
      if (!S || !Inside.contains(S->getStmt()))
        continue;
      std::vector<Split> &Here = Splits[Block];
      Here.push_back({I, unsigned(Here.size()), Handler});
      return;
    }
  }
}

void Builder::makeNodes() {
  FirstNode.assign(Graph.getNumBlockIDs(), None);
  for (const CFGBlock *Block : Order) {
    FirstNode[Block->getBlockID()] = All.size();
    std::vector<Split> Here = Splits.lookup(Block);
    llvm::sort(Here, [](const Split &A, const Split &B) {
      return std::tie(A.At, A.Order) < std::tie(B.At, B.Order);
    });
    Piece N{Block, 0, 0, true, {}};
    for (const Split &S : Here) {
      N.End = S.At;
      N.IsLast = false;
      N.Handlers = {S.Handler};
      All.push_back(N);
      N = {Block, S.At, 0, true, {}};
    }
    N.End = Block->size();
    All.push_back(N);
  }
}

//===- Throws -------------------------------------------------------------===//

void Builder::findLive() {
  for (const auto &[Block, Here] : Splits)
    for (const Split &S : Here)
      Objects.addHandler(Block, S.At, S.Handler);
  Objects.find(Order);
}

/// Destroys what a throw destroys.
void Builder::unwind(const CFGBlock *Block) {
  for (const VarDecl *Var : Objects.endedBy(*Block))
    recordDestroy(B, Var, throwIn(*Block)->getBeginLoc());
}

//===- Contents -----------------------------------------------------------===//

/// What a constexpr variable is made from was evaluated by the compiler.
static void collectConstexpr(const DeclStmt *S,
                             llvm::DenseSet<const Stmt *> &Into) {
  llvm::SmallVector<const Stmt *, 16> Work;
  for (const Decl *D : S->decls())
    if (const auto *Var = dyn_cast<VarDecl>(D); Var && Var->isConstexpr())
      Work.push_back(Var->getInit());
  while (!Work.empty()) {
    const Stmt *At = Work.pop_back_val();
    if (At && Into.insert(At).second)
      Work.append(At->child_begin(), At->child_end());
  }
}

/// Suspensions sort the calls around them, which come first in the graph.
void Builder::prepare() {
  for (const CFGBlock *Block : Order)
    for (const CFGElement &Element : *Block) {
      auto S = Element.getAs<CFGStmt>();
      if (!S)
        continue;
      if (const auto *E = dyn_cast<CoroutineSuspendExpr>(S->getStmt()))
        prepareSuspension(B, E);
      else if (const auto *R = dyn_cast<CoreturnStmt>(S->getStmt()))
        prepareReturn(B, R);
      else if (const auto *D = dyn_cast<DeclStmt>(S->getStmt()))
        collectConstexpr(D, CompileTime);
    }
}

/// Primitive operations: arithmetic, compares, assignments, loads.
static unsigned opsOf(const Stmt *S) {
  if (const auto *Op = dyn_cast<BinaryOperator>(S))
    return Op->getOpcode() != BO_Comma && !Op->isLogicalOp();
  if (const auto *Op = dyn_cast<UnaryOperator>(S))
    return Op->getOpcode() != UO_AddrOf && Op->getOpcode() != UO_Extension &&
           Op->getOpcode() != UO_Plus;
  if (const auto *M = dyn_cast<MemberExpr>(S))
    return M->isArrow() && isa<FieldDecl>(M->getMemberDecl());
  return isa<ArraySubscriptExpr>(S);
}

void Builder::emit(const Piece &N) {
  Block Result;
  Result.FirstEvent = B.Out.Events.size();
  for (unsigned I = N.Begin; I != N.End; ++I) {
    const CFGElement &Element = (*N.From)[I];
    auto S = Element.getAs<CFGStmt>();
    if (S && CompileTime.contains(S->getStmt()))
      continue;
    recordElement(B, Element);
    if (S)
      Result.Ops += opsOf(S->getStmt());
  }
  if (N.IsLast)
    unwind(N.From);
  if (N.IsLast && isa_and_nonnull<CXXCatchStmt>(N.From->getLabel()))
    record(B, N.From->getLabel());
  Result.NumEvents = B.Out.Events.size() - Result.FirstEvent;
  Result.NoReturn = N.IsLast && N.From->hasNoReturnElement();
  B.Out.Blocks.push_back(std::move(Result));
}

//===- Edges --------------------------------------------------------------===//

uint32_t Builder::firstNode(const CFGBlock *Block) const {
  return Block ? FirstNode[Block->getBlockID()] : None;
}

static bool isTwoWay(const CFGBlock &Block) {
  return Block.succ_size() == 2 && Block.getTerminatorStmt() &&
         !isa<SwitchStmt, CXXTryStmt, IndirectGotoStmt, GCCAsmStmt>(
             Block.getTerminatorStmt());
}

/// The integer that a case label stands for; none for default and ranges.
static std::optional<int64_t> labelOf(const CFGBlock *Block, ASTContext &Ctx) {
  const auto *Case = dyn_cast_or_null<CaseStmt>(Block->getLabel());
  if (!Case || Case->getRHS() || Case->getLHS()->isValueDependent())
    return std::nullopt;
  return Case->getLHS()->EvaluateKnownConstInt(Ctx).trySExtValue();
}

/// A small switch becomes a row of two-way branches: `switch (fork())` tells
/// as much as `if (fork() == 0)`.
void Builder::addCases(uint32_t Id, const SwitchStmt *Switch) {
  const CFGBlock *From = All[Id].From;
  Branch Cond;
  Cond.Op = CompareOp::EQ;
  Cond.Operand = testedValue(B, Switch->getCond());
  bool IsOpen = Cond.Operand.Kind == ValueKind::Unknown ||
                From->succ_size() > limits::CasesAsBranches;
  std::vector<std::pair<int64_t, uint32_t>> Cases;
  std::vector<uint32_t> Rest;
  for (const CFGBlock::AdjacentBlock &Next : From->succs()) {
    const CFGBlock *To = Next.getReachableBlock();
    std::optional<int64_t> Label =
        To && !IsOpen ? labelOf(To, B.U.Ctx) : std::nullopt;
    if (Label)
      Cases.push_back({*Label, firstNode(To)});
    else if (To)
      Rest.push_back(firstNode(To));
  }
  if (Rest.size() != 1)
    Cases.clear();
  // clang lists the cases last first.
  for (auto [Label, To] : llvm::reverse(Cases)) {
    uint32_t Next = B.Out.Blocks.size();
    Cond.Rhs = Label;
    B.Out.Blocks[Id].Cond = Cond;
    B.Out.Blocks[Id].Succs = {To, Next};
    B.Out.Blocks.emplace_back();
    B.Out.Blocks[Next].FirstEvent = B.Out.Events.size();
    All.push_back({From, 0, 0, false, {}});
    Id = Next;
  }
  B.Out.Blocks[Id].Succs = Rest;
}

void Builder::addSuccessors(uint32_t Id) {
  const Piece &N = All[Id];
  Block &Out = B.Out.Blocks[Id];
  if (Out.NoReturn)
    return;
  if (!N.IsLast) {
    Out.Succs.push_back(Id + 1);
    for (const CFGBlock *Handler : N.Handlers)
      Out.Succs.push_back(firstNode(Handler));
    return;
  }
  if (const auto *Switch =
          dyn_cast_or_null<SwitchStmt>(N.From->getTerminatorStmt()))
    return addCases(Id, Switch);
  bool TwoWay = isTwoWay(*N.From);
  for (const CFGBlock::AdjacentBlock &Next : N.From->succs()) {
    uint32_t To = firstNode(Next.getReachableBlock());
    if (To != None || TwoWay)
      Out.Succs.push_back(To);
  }
  if (!TwoWay || Out.Succs[0] == None || Out.Succs[1] == None)
    return;
  bool Swap = false;
  Out.Cond = branchOf(B, *N.From, Swap);
  if (Swap)
    std::swap(Out.Succs[0], Out.Succs[1]);
}

void Builder::build(const Outline &Lines) {
  findReachable();
  for (const CXXTryStmt *Try : Lines.Tries)
    splitAt(Try);
  makeNodes();
  prepare();
  findLive();
  for (const Piece &N : All)
    emit(N);
  fillTransfers(B);
  fillEvents(B);
  for (uint32_t Id = 0, End = All.size(); Id != End; ++Id)
    addSuccessors(Id);
  findLoops(B, All);
}

//===- The whole body -----------------------------------------------------===//

/// Without a graph: one block with all calls in source order.
static void buildFlat(Body &B, const Stmt *Root) {
  B.IsFlat = true;
  recordTree(B, Root);
  Block Only;
  Only.NumEvents = B.Out.Events.size();
  B.Out.Blocks.push_back(std::move(Only));
  fillTransfers(B);
  fillEvents(B);
}

/// clang asks the class of every field how it is destroyed, defined or not.
static bool destroysUnknown(const FunctionDecl *FD) {
  auto *D = dyn_cast<CXXDestructorDecl>(FD);
  return D && llvm::any_of(D->getParent()->fields(), [](const FieldDecl *F) {
           const CXXRecordDecl *R =
               F->getType()->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
           return R && !R->hasDefinition();
         });
}

static std::unique_ptr<CFG> makeGraph(Body &B, Stmt *Root,
                                      const Outline &Lines) {
  // Of a region what is around it is not part of the graph.
  const FunctionDecl *FD = B.Of.Block ? nullptr : B.FD;
  if (FD && destroysUnknown(FD))
    return nullptr;
  WithoutOutlined Without(B, Lines.Directives);
  CFG::BuildOptions Options;
  Options.setAllAlwaysAdd();
  Options.AddInitializers = true;
  Options.AddImplicitDtors = true;
  Options.AddTemporaryDtors = true;
  Options.AddCXXDefaultInitExprInCtors = true;
  Options.AddCXXDefaultInitExprInAggregates = true;
  Options.PruneTriviallyFalseEdges = true;
  return CFG::buildCFG(FD, Root, &B.U.Ctx, Options);
}

static void build(Body &B, Stmt *Root) {
  Outline Lines = outline(B, Root);
  // clang's graph is not made for what depends on template parameters.
  if (B.FD->isDependentContext())
    return buildFlat(B, Root);
  std::unique_ptr<CFG> Graph = makeGraph(B, Root, Lines);
  if (!Graph || Graph->getNumBlockIDs() > limits::BlocksPerFunction)
    return buildFlat(B, Root);
  Builder(B, *Graph).build(Lines);
}

std::vector<Function> buildSkeletons(Unit &U, const FunctionDecl *FD) {
  std::vector<Function> Result;
  std::vector<Outlined> Work(1);
  Work.front().Self = U.Entities.of(FD);
  for (size_t I = 0; I != Work.size(); ++I) {
    Function Out;
    Out.Self = Work[I].Self;
    Body B(U, Out, FD, Work[I]);
    // clang hands out const statements and takes the same ones back.
    Stmt *Root = FD->getBody();
    if (const CapturedStmt *Block = Work[I].Block)
      Root = const_cast<Stmt *>(Block->getCapturedStmt());
    Out.End = U.Src.locate(Root->getEndLoc());
    if (auto *Coroutine = dyn_cast<CoroutineBodyStmt>(Root)) {
      U.Entities.addFlags(Out.Self, EF_Coroutine);
      Root = Coroutine->getBody();
    }
    build(B, Root);
    llvm::append_range(Work, B.Blocks);
    Result.push_back(std::move(Out));
  }
  return Result;
}

} // namespace waitwise
