//===- solve/Annotations.h - what the sources say of themselves -----------===//
//
//   [[clang::annotate("waitwise::context(event-loop)")]]  it runs there
//   [[clang::annotate("waitwise::blocks(net, slow)")]]    calling it blocks
//   [[clang::annotate("waitwise::blocks(never)")]]        … or surely does not
//   [[clang::annotate("waitwise::yields")]]               breaks computations
//   [[clang::blocking]], [[clang::nonblocking]]           the compiler's own
//
// A function so marked is judged by what it says, not by its body.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_SOLVE_ANNOTATIONS_H
#define WAITWISE_SOLVE_ANNOTATIONS_H

#include "model/Program.h"
#include "packs/Rule.h"

#include <deque>
#include <map>

namespace waitwise {

/// An entity that its own declaration puts into a context.
struct DeclaredContext {
  ContextKind Kind = ContextKind::Realtime;
  std::string Because;
};

class Annotations {
public:
  explicit Annotations(const Program &P);

  /// What the declaration says of a call, or null.
  const Rule *rule(EntityId Callee) const;
  /// Where the declaration says that the function runs, or null.
  const DeclaredContext *context(EntityId Function) const;
  /// Annotations that nobody understands: "f: unknown …", with their entity.
  const std::vector<std::pair<EntityId, std::string>> &problems() const {
    return Problems;
  }

private:
  void read(EntityId Of, llvm::StringRef Text);
  void readBlocks(EntityId Of, llvm::StringRef Text);
  Rule &ruleFor(EntityId Of);

  const Program &P;
  std::map<EntityId, Rule> Rules;
  std::map<EntityId, DeclaredContext> Contexts;
  std::vector<std::pair<EntityId, std::string>> Problems;
};

} // namespace waitwise

#endif // WAITWISE_SOLVE_ANNOTATIONS_H
