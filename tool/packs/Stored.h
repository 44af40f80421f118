//===- packs/Stored.h - a YAML tree as bytes ------------------------------===//
//
// Default packs are parsed when waitwise is built and compiled in as trees:
// restoring one takes a fiftieth of the time of parsing its YAML.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_PACKS_STORED_H
#define WAITWISE_PACKS_STORED_H

#include "packs/Syntax.h"

namespace waitwise {

/// The bytes of a tree, for restoreTree().
std::string storeTree(const Node &Root);

/// The tree of bytes that storeTree() made. They are our own, not the user's:
/// asserts that they are whole.
Node restoreTree(llvm::StringRef Bytes);

} // namespace waitwise

#endif // WAITWISE_PACKS_STORED_H
