//===- solve/Operands.h - which argument a rule means ---------------------===//
#ifndef WAITWISE_SOLVE_OPERANDS_H
#define WAITWISE_SOLVE_OPERANDS_H

#include "model/Solution.h"
#include "packs/RuleSet.h"

namespace waitwise {

/// The operand's position among the arguments of \p E, or none. Receiver and
/// Result have no position.
std::optional<unsigned> argumentIndex(const Program &P, const Operand &O,
                                      const Event &E);
/// True if the call has this operand.
bool hasOperand(const Program &P, const Operand &O, const Event &E);
/// The value of an operand: argument, receiver, result of the event itself, or
/// a template argument that is a value.
Value operandValue(const Program &P, const Operand &O, Site S);
/// The static type of an operand other than the receiver, or None.
TypeId operandType(const Program &P, const Operand &O, const Event &E);
/// The static class of an operand, of what it points to, or None.
EntityId operandClass(const Program &P, const Operand &O, const Event &E);

/// The slot that holds what an event runs: the pointer called through, the
/// wrapper that is called, or the only callable among the arguments.
Value calledThrough(const Program &P, const Event &E);

/// The event whose result a branch tests, also through one variable that only
/// it is moved into; or None.
uint32_t testedEvent(const Function &Body, const Value &V);

} // namespace waitwise

#endif // WAITWISE_SOLVE_OPERANDS_H
