//===- extract/Unit.h - one translation unit while it is read -------------===//
#ifndef WAITWISE_EXTRACT_UNIT_H
#define WAITWISE_EXTRACT_UNIT_H

#include "extract/Entities.h"
#include "extract/Names.h"
#include "extract/Sources.h"
#include "extract/Types.h"

namespace waitwise {

/// The tables that all bodies of one translation unit share.
class Unit {
public:
  Unit(clang::ASTContext &Ctx, Sources &Src, StringTable &Strings, Summary &Out)
      : Ctx(Ctx), Src(Src), Strings(Strings), N(Ctx, Src),
        Types(*this, Out.Types), Entities(*this, Out.Entities) {}

  clang::ASTContext &Ctx;
  Sources &Src;
  StringTable &Strings;
  Names N;
  TypeTable Types;
  EntityTable Entities;
};

} // namespace waitwise

#endif // WAITWISE_EXTRACT_UNIT_H
