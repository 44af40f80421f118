//===- solve/MethodNames.cpp - methods that a text names ------------------===//
#include "solve/MethodNames.h"

#include "llvm/ADT/StringExtras.h"

using namespace waitwise;

llvm::StringRef waitwise::unqualified(llvm::StringRef Name) {
  size_t At = Name.rfind("::");
  return At == llvm::StringRef::npos ? Name : Name.substr(At + 2);
}

/// The name in a written type: without const, template arguments, `&`, `*`.
static llvm::StringRef nameInType(llvm::StringRef Written) {
  Written = Written.trim();
  Written.consume_front("const ");
  Written = Written.take_front(Written.find('<')).rtrim("*& ");
  Written.consume_back(" const");
  return Written.trim();
}

MethodName::MethodName(llvm::StringRef Text) {
  Text = Text.take_until([](char C) { return C == '\0'; });
  Text = Text.drop_while(llvm::isDigit);
  auto [Before, Inside] = Text.split('(');
  Name = Before.trim();
  HasParams = Before.size() < Text.size();
  Inside = Inside.trim();
  Inside.consume_back(")");
  // Commas between template arguments separate no parameters.
  unsigned Depth = 0;
  size_t Begin = 0;
  for (size_t I = 0; I <= Inside.size(); ++I) {
    char C = I < Inside.size() ? Inside[I] : ',';
    Depth += C == '<';
    Depth -= C == '>' && Depth;
    if (C != ',' || Depth)
      continue;
    Params.push_back(nameInType(Inside.slice(Begin, I)));
    Begin = I + 1;
  }
  if (Params.size() == 1 && Params.front().empty())
    Params.clear();
}

MethodName::Fit MethodName::fit(const Program &P, const Entity &Method) const {
  if (!HasParams)
    return Fit::Types;
  if (Params.size() != Method.Params.size())
    return Params.size() < Method.Params.size() ? Fit::Defaults : Fit::No;
  for (size_t I = 0; I < Params.size(); ++I)
    if (unqualified(P.typeName(Method.Params[I])) != unqualified(Params[I]))
      return Fit::Count;
  return Fit::Types;
}
