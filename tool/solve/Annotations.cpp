//===- solve/Annotations.cpp - what the sources say of themselves ---------===//
//
// Each annotation becomes what a pack would have said: a rule or a context.
//
//===----------------------------------------------------------------------===//
#include "solve/Annotations.h"

using namespace waitwise;

Annotations::Annotations(const Program &P) : P(P) {
  for (EntityId E = 0; E < P.Entities.size(); ++E) {
    const Entity &Of = P.entity(E);
    if (Of.has(EF_NonBlocking))
      Contexts[E] = {ContextKind::Realtime,
                     "'" + P.name(E).str() +
                         "' is declared [[clang::nonblocking]]"};
    if (Of.has(EF_Blocking) && P.BodyOf[E] == None) {
      Rule &R = ruleFor(E);
      R.Because = "it is declared [[clang::blocking]]";
      R.Blocks.emplace();
    }
    for (StringId Text : Of.Annotations) {
      llvm::StringRef Ours = P.str(Text);
      if (Ours.consume_front("waitwise::"))
        read(E, Ours);
    }
  }
}

Rule &Annotations::ruleFor(EntityId Of) {
  Rule &R = Rules[Of];
  R.Pack = "annotation";
  R.Names = {P.name(Of).str()};
  return R;
}

/// "context(gui)" → word "context", argument "gui".
static std::pair<llvm::StringRef, llvm::StringRef>
splitCall(llvm::StringRef Text) {
  auto [Word, Rest] = Text.split('(');
  Rest = Rest.trim();
  Rest.consume_back(")");
  return {Word.trim(), Rest.trim()};
}

void Annotations::read(EntityId Of, llvm::StringRef Text) {
  auto [Word, Argument] = splitCall(Text);
  if (Word == "yields") {
    ruleFor(Of).Yields = true;
  } else if (Word == "blocks") {
    readBlocks(Of, Argument);
  } else if (Word == "context") {
    if (std::optional<ContextKind> K = parseContextKind(Argument))
      Contexts[Of] = {*K, "'" + P.name(Of).str() + "' is annotated so"};
    else
      Problems.push_back({Of, "unknown context '" + Argument.str() + "'"});
  } else {
    Problems.push_back({Of, "unknown annotation 'waitwise::" + Word.str() +
                                "'; there are context(…), blocks(…), yields"});
  }
}

void Annotations::readBlocks(EntityId Of, llvm::StringRef Text) {
  if (Text == "never") {
    ruleFor(Of).NeverBlocks = true;
    return;
  }
  auto [Kind, How] = Text.split(',');
  std::optional<EffectKind> K = parseEffectKind(Kind.trim());
  How = How.trim();
  std::optional<Latency> L =
      How.empty() ? Latency::Slow : parseLatency(How);
  if (!K || !L) {
    llvm::StringRef Wrong = K ? How : Kind.trim();
    Problems.push_back(
        {Of, (K ? "unknown latency '" : "unknown kind of effect '") +
                 Wrong.str() + "'"});
    return;
  }
  Rule &R = ruleFor(Of);
  R.Because = "it is annotated so";
  R.Blocks.emplace();
  R.Blocks->Kind = *K;
  R.Blocks->Bad = *L;
}

const Rule *Annotations::rule(EntityId Callee) const {
  auto It = Rules.find(Callee);
  return It == Rules.end() ? nullptr : &It->second;
}

const DeclaredContext *Annotations::context(EntityId Function) const {
  auto It = Contexts.find(Function);
  return It == Contexts.end() ? nullptr : &It->second;
}
