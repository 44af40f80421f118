//===- model/Entity.h - functions, fields, variables, classes, types ------===//
//
// An entity is known across translation units by its USR. Names are qualified
// and carry neither template arguments nor inline namespaces, so that a pack
// writes std::future::get for every future on every standard library.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_MODEL_ENTITY_H
#define WAITWISE_MODEL_ENTITY_H

#include "model/Value.h"

#include <vector>

namespace waitwise {

enum class EntityKind : uint8_t { Function, Field, Variable, Class };

/// Facts about an entity, as a bit set.
enum EntityFlag : uint32_t {
  EF_CLinkage = 1u << 0,    ///< Function with C language linkage (or C code).
  EF_System = 1u << 1,      ///< Declared in a system or third-party header.
  EF_Method = 1u << 2,      ///< Non-static member function.
  EF_Virtual = 1u << 3,     ///< Virtual member function.
  EF_Pure = 1u << 4,        ///< Pure virtual.
  EF_Constructor = 1u << 5, ///<
  EF_Destructor = 1u << 6,  ///<
  EF_Lambda = 1u << 7,      ///< Call operator of a lambda; class: a closure.
  EF_NoReturn = 1u << 8,    ///< [[noreturn]], noreturn attribute, _Noreturn.
  EF_Coroutine = 1u << 9,   ///< Its body is a coroutine.
  EF_Internal = 1u << 10,   ///< Internal linkage: known in one TU only.
  EF_Static = 1u << 11,     ///< Static member function or static data member.
  EF_Blocking = 1u << 12,    ///< [[clang::blocking]]
  EF_NonBlocking = 1u << 13, ///< [[clang::nonblocking]]
  EF_Variadic = 1u << 14,    ///<
  EF_Abstract = 1u << 15,    ///< Class that cannot be constructed.
  EF_Implicit = 1u << 16,    ///< Made by the compiler (defaulted members).
  EF_Awaitable = 1u << 17,   ///< Class with operator co_await or await_ready.
  EF_Iterable = 1u << 18,    ///< Class with begin() and end().
  EF_Callable = 1u << 19,    ///< Class with operator().
  EF_MainFile = 1u << 20,    ///< Declared in a source file, not a header.
  EF_Volatile = 1u << 21,    ///< Variable or field of volatile type.
  EF_Final = 1u << 22,       ///< Class or method marked final.
  EF_Defined = 1u << 23,     ///< Its definition (body, members) was seen.
};

/// What a template is instantiated with: a type or a value.
struct TemplateArg {
  TypeId Type = None; ///< The type; of a value, its own type.
  Value V;            ///< Integer, null, function, field or variable.

  friend bool operator==(const TemplateArg &, const TemplateArg &) = default;
};

/// One function, field, variable with static storage, or class.
struct Entity {
  EntityKind Kind = EntityKind::Function;
  StringId Usr = None;   ///< Key across translation units.
  StringId Name = None;  ///< Qualified; lambdas are outer::(lambda:2).
  uint32_t Flags = 0;    ///< EntityFlag bits.
  Location Loc;          ///< Definition where seen, else a declaration.
  EntityId Parent = None; ///< Class of a member; function around a lambda.
  TypeId Type = None;    ///< Return type; type of a field or variable.
  std::vector<TypeId> Params;       ///< Function: parameter types.
  std::vector<EntityId> Overrides;  ///< Method: directly overridden methods.
  std::vector<EntityId> Bases;      ///< Class: direct bases.
  std::vector<TemplateArg> TemplateArgs; ///< Specialisation of a class or
                                         ///< function template; packs spread.
  std::vector<StringId> Annotations; ///< [[clang::annotate("…")]] texts.

  bool has(EntityFlag F) const { return Flags & F; }
};

enum TypeFlag : uint32_t {
  TF_Pointer = 1u << 0,
  TF_Reference = 1u << 1,
  TF_Callable = 1u << 2, ///< Function, function pointer, member-function
                         ///< pointer, closure, class with operator().
  TF_Class = 1u << 3,
  TF_Integer = 1u << 4, ///< Integer, enumeration or bool.
  TF_Void = 1u << 5,
  TF_Const = 1u << 6,   ///< The pointee or referee, too.
  TF_Array = 1u << 7,   ///< With TF_Pointer: owns what it leads to.
};

/// A type as far as rules ask for it: pointers and references are flags, the
/// name is that of what they lead to.
struct TypeInfo {
  StringId Name = None;    ///< Class: qualified name without arguments; else
                           ///< the canonical spelling.
  StringId Spelling = None; ///< Canonical spelling with template arguments.
  EntityId Class = None;   ///< The class, when it is one.
  uint32_t Flags = 0;      ///< TypeFlag bits.

  bool has(TypeFlag F) const { return Flags & F; }
};

} // namespace waitwise

#endif // WAITWISE_MODEL_ENTITY_H
