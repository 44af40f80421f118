//===- model/Finding.h - one mismatch, ready to be reported ---------------===//
#ifndef WAITWISE_MODEL_FINDING_H
#define WAITWISE_MODEL_FINDING_H

#include "model/Effect.h"

#include <optional>
#include <string>
#include <vector>

namespace waitwise {

/// Which findings are reported.
enum class Profile : uint8_t {
  Default, ///< Severity and confidence medium and high.
  Strict,  ///< Low severity and checks of taste, too.
  Audit,   ///< Low confidence, too.
};

/// A place as it is printed: the path is relative to the project root where
/// it lies below it.
struct Place {
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0;
  bool isValid() const { return !File.empty(); }
  friend bool operator==(const Place &, const Place &) = default;
};

/// A function with a place in it: an entry, or one step of a chain.
struct NamedPlace {
  std::string Function;
  Place At;
  /// For a step: how the next function is reached ("", "virtual call",
  /// "stored callable", …). Shown in text, not part of the JSON contract.
  std::string How;
};

struct Finding {
  std::string Id;       ///< 16 hex digits; see identify().
  std::string Check;
  Severity Sev = Severity::Medium;
  Confidence Conf = Confidence::High;
  std::string Message;  ///< Lower case, no full stop.
  Place At;             ///< The call in the entry.

  bool HasContext = false;
  ContextKind Context = ContextKind::Thread;
  std::string ContextBecause;
  Place ContextAt;

  NamedPlace Entry;
  unsigned EntryCount = 1;
  std::vector<NamedPlace> Entries; ///< Nearest first, at most 100.

  std::string SinkFunction;           ///< The primitive, e.g. getaddrinfo.
  std::optional<EffectKind> SinkKind; ///< None for a construct at fault …
  bool Computes = false;              ///< … and for a sink that computes.
  std::optional<Latency> SinkLatency;
  Place SinkAt;
  std::string SinkIn;                 ///< Function the sink stands in.
  std::string Because;                ///< Why the primitive blocks (pack).

  std::vector<NamedPlace> Chain;      ///< Entry first; At = where the next
                                      ///< one (or the sink) is called.
  std::string Advice;
  std::string Fix;                    ///< Empty: none.
  std::optional<std::string> Suppressed; ///< The reason given, may be empty.
  bool SuppressedByProject = false;   ///< In .waitwise.yaml, not the source.
  bool Baselined = false;             ///< The project's baseline knows it.
};

/// Sets \p F.Id from check, context kind, sink primitive and the names of sink
/// function and entry: no line numbers, no message text.
void identify(Finding &F);

/// Calls that run in one kind of context.
struct ContextCoverage {
  ContextKind Kind = ContextKind::Thread;
  unsigned Calls = 0, Unresolved = 0;
};

/// What was analysed, and what was not (output contract).
struct Coverage {
  unsigned TranslationUnits = 0, Partial = 0, Failed = 0;
  unsigned Functions = 0, Calls = 0, UnresolvedCalls = 0;
  std::vector<ContextCoverage> Contexts; ///< Those that do not bear all.
};

/// A call in a demanding context of which nobody knows what it runs.
struct Unknown {
  NamedPlace In;
  std::string What; ///< "call through 'Server::hook'".
  std::vector<ContextKind> Contexts;
};

/// Contract order: location, then check (then id). Of several with one identity
/// (two overloads, two suspensions under one lock) the second and further ones
/// get one of their own.
void sortFindings(std::vector<Finding> &Findings);

} // namespace waitwise

#endif // WAITWISE_MODEL_FINDING_H
