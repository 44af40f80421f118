//===- model/Start.cpp - the words of advice ------------------------------===//
#include "model/Start.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Models[] = {
    "inline",  "thread",           "thread-per-task", "thread-pool",
    "parallel-algorithm", "process", "process-per-task", "process-pool",
    "event-loop", "split",         "keep"};
static_assert(std::size(Models) == NumWorkModels);

static constexpr llvm::StringLiteral Many[] = {
    "one", "per-core", "bounded", "per-item", "unbounded", "per-connection"};
static_assert(std::size(Many) == NumHowMany);

llvm::StringRef waitwise::toString(WorkModel M) { return Models[unsigned(M)]; }
llvm::StringRef waitwise::toString(HowMany M) { return Many[unsigned(M)]; }

template <typename T>
static std::optional<T> parse(llvm::StringRef S,
                              llvm::ArrayRef<llvm::StringLiteral> Words) {
  for (unsigned I = 0; I < Words.size(); ++I)
    if (S == Words[I])
      return T(I);
  return std::nullopt;
}

std::optional<WorkModel> waitwise::parseWorkModel(llvm::StringRef S) {
  return parse<WorkModel>(S, Models);
}

std::optional<HowMany> waitwise::parseHowMany(llvm::StringRef S) {
  return parse<HowMany>(S, Many);
}

std::optional<WorkClass> waitwise::parseWorkClass(llvm::StringRef S) {
  for (unsigned I = 0; I <= unsigned(WorkClass::Unknown); ++I)
    if (S == toString(WorkClass(I)))
      return WorkClass(I);
  return std::nullopt;
}
