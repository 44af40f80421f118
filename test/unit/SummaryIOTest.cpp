//===- unit/SummaryIOTest.cpp - storing loses nothing and trusts nothing --===//
#include "store/SummaryIO.h"

#include "Samples.h"
#include "store/Validate.h"

#include "llvm/Support/Endian.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"

#include <gtest/gtest.h>

#include <functional>
#include <random>

using namespace llvm;
using namespace waitwise;
using namespace waitwise::test;

namespace {

Expected<Summary> read(StringRef Bytes) {
  // A copy at its exact size, so that a sanitizer sees the first byte beyond.
  std::vector<char> Exact(Bytes.begin(), Bytes.end());
  return readSummary({StringRef(Exact.data(), Exact.size()), "x.wws"});
}

std::string errorOf(StringRef Bytes) {
  Expected<Summary> S = read(Bytes);
  return S ? "no error" : toString(S.takeError());
}

/// Puts a good checksum on \p Bytes, as a hostile writer would.
std::string sealed(std::string Bytes) {
  StringRef Covered = StringRef(Bytes).drop_back(8);
  support::endian::write64le(&Bytes[Bytes.size() - 8], xxh3_64bits(Covered));
  return Bytes;
}

std::string errorOfChanged(const std::function<void(Summary &)> &Change) {
  Summary S = sampleSummary(7);
  // Something of everything to change.
  Function &F = S.Functions[0];
  F.Loops.resize(F.Loops.size() + 2);
  F.Moves.resize(F.Moves.size() + 1);
  F.Computed.resize(F.Computed.size() + 1);
  F.Params.resize(F.Params.size() + 1);
  F.Locals.resize(F.Locals.size() + 1);
  F.Events[0].Args.resize(1);
  F.Events[0].Args[0] = {};
  EXPECT_FALSE(bool(validate(S)));
  Change(S);
  return errorOf(writeSummary(S));
}

TEST(SummaryIO, ReadsWhatItWrote) {
  for (unsigned Seed = 0; Seed != 200; ++Seed) {
    Summary S = sampleSummary(Seed, Seed % 8);
    Expected<Summary> Back = read(writeSummary(S));
    ASSERT_TRUE(bool(Back)) << toString(Back.takeError());
    EXPECT_TRUE(isSame(S, *Back)) << "seed " << Seed;
  }
}

TEST(SummaryIO, KeepsExtremes) {
  Summary S;
  S.Strings = {"", std::string("nul\0inside", 10), "ü"};
  S.Entities.resize(1);
  S.Functions.resize(1);
  S.Functions[0].Self = 0;
  for (int64_t Int : {INT64_MIN, INT64_MAX, int64_t(-1), int64_t(0)})
    S.Functions[0].Moves.push_back(
        {{ValueKind::Int, 0, Int}, {ValueKind::Bits, ~0u, Int}});
  Expected<Summary> Back = read(writeSummary(S));
  ASSERT_TRUE(bool(Back)) << toString(Back.takeError());
  EXPECT_TRUE(isSame(S, *Back));
}

TEST(SummaryIO, WritesAnEmptySummary) {
  Expected<Summary> Back = read(writeSummary(Summary()));
  ASSERT_TRUE(bool(Back)) << toString(Back.takeError());
  EXPECT_TRUE(isSame(Summary(), *Back));
}

TEST(SummaryIO, IsByteStable) {
  for (unsigned Seed = 0; Seed != 50; ++Seed) {
    std::string Once = writeSummary(sampleSummary(Seed));
    EXPECT_EQ(Once, writeSummary(sampleSummary(Seed)));
    EXPECT_EQ(Once, writeSummary(cantFail(read(Once))));
  }
}

TEST(SummaryIO, ReadsFromAnyAddress) {
  std::string Bytes = writeSummary(sampleSummary(3));
  for (unsigned Shift = 0; Shift != 8; ++Shift) {
    std::string Shifted = std::string(Shift, ' ') + Bytes;
    StringRef At = StringRef(Shifted).drop_front(Shift);
    EXPECT_TRUE(bool(expectedToOptional(readSummary({At, "x"}))));
  }
}

TEST(SummaryIO, NamesWhatIsNoSummary) {
  const char *Message = "'x.wws': not a waitwise summary";
  EXPECT_EQ(errorOf(""), Message);
  EXPECT_EQ(errorOf("WWSM"), Message);
  EXPECT_EQ(errorOf(std::string(1000, '\0')), Message);
  EXPECT_EQ(errorOf("{\"version\": 1, \"findings\": []}"), Message);
}

TEST(SummaryIO, FindsEveryTruncation) {
  std::string Bytes = writeSummary(sampleSummary(1));
  std::mt19937 Random(1);
  for (unsigned I = 0; I != 2000; ++I) {
    std::string Error =
        errorOf(StringRef(Bytes).take_front(Random() % Bytes.size()));
    EXPECT_TRUE(Error == "'x.wws': truncated or damaged (checksum)" ||
                Error == "'x.wws': not a waitwise summary")
        << Error;
  }
}

TEST(SummaryIO, FindsEveryBitFlip) {
  std::string Bytes = writeSummary(sampleSummary(2));
  std::mt19937 Random(2);
  for (unsigned I = 0; I != 2000; ++I) {
    std::string Flipped = Bytes;
    Flipped[Random() % Bytes.size()] ^= 1 << Random() % 8;
    EXPECT_NE(errorOf(Flipped), "no error");
  }
}

// The checksum is good: only verifier and validation stand in the way. Most
// changes of single facts give another well-formed summary.
TEST(SummaryIO, SurvivesHostileBytes) {
  std::string Bytes = writeSummary(sampleSummary(4));
  std::mt19937 Random(4);
  unsigned Refused = 0;
  for (unsigned I = 0; I != 5000; ++I) {
    std::string Hostile = Bytes;
    for (unsigned N = 1 + Random() % 4; N; --N)
      Hostile[Random() % (Bytes.size() - 16)] = char(Random());
    Expected<Summary> S = read(sealed(Hostile));
    if (!S) {
      ++Refused;
      consumeError(S.takeError());
      continue;
    }
    EXPECT_FALSE(bool(validate(*S)));
  }
  EXPECT_GT(Refused, 500u);
}

TEST(SummaryIO, NamesAnotherFormat) {
  std::string Bytes = writeSummary(sampleSummary(5));
  Bytes[Bytes.size() - 16] = 9;
  EXPECT_EQ(errorOf(sealed(Bytes)),
            "'x.wws': written by another version (format 9, this tool reads "
            "3)");
}

TEST(SummaryIO, RefusesHostileIndices) {
  auto Bad = [](const char *Where, auto Change) {
    EXPECT_EQ(errorOfChanged(Change),
              (Twine("'x.wws': malformed summary: ") + Where).str());
  };
  Bad("string 0 is not empty", [](Summary &S) { S.Strings[0] = "x"; });
  Bad("type 1: no string 99", [](Summary &S) { S.Types[1].Name = 99; });
  Bad("type 1: no entity 99", [](Summary &S) { S.Types[1].Class = 99; });
  Bad("entity 0: no string 99", [](Summary &S) { S.Entities[0].Usr = 99; });
  Bad("entity 0: no string 99",
      [](Summary &S) { S.Entities[0].Loc.File = 99; });
  Bad("entity 0: no type 99", [](Summary &S) { S.Entities[0].Params = {99}; });
  Bad("entity 0: no entity 99", [](Summary &S) { S.Entities[0].Bases = {99}; });
  Bad("entity 0: no entity 4294967295",
      [](Summary &S) { S.Entities[0].Overrides = {None}; });
  Bad("entity 0: no string 99",
      [](Summary &S) { S.Entities[0].Annotations = {99}; });
  Bad("entity 0: no type 99",
      [](Summary &S) { S.Entities[0].TemplateArgs = {{99, {}}}; });
  Bad("entity 0: no parameter 0", [](Summary &S) {
    S.Entities[0].TemplateArgs = {{None, {ValueKind::Param}}};
  });
  Bad("entity 0: no kind of entity 200",
      [](Summary &S) { S.Entities[0].Kind = EntityKind(200); });
  Bad("an entity that is its own parent", [](Summary &S) {
    S.Entities[0].Parent = 1;
    S.Entities[1].Parent = 0;
  });
  Bad("function 1: no entity 4294967295",
      [](Summary &S) { S.Functions[1].Self = None; });
}

TEST(SummaryIO, RefusesHostileBodies) {
  auto Bad = [](const char *Where, auto Change) {
    auto ChangeFirst = [&](Summary &S) { Change(S.Functions[0]); };
    EXPECT_EQ(
        errorOfChanged(ChangeFirst),
        (Twine("'x.wws': malformed summary: function 0: ") + Where).str());
  };
  Bad("parameter 0: no type 99", [](Function &F) { F.Params[0].Type = 99; });
  Bad("local 0: no string 99", [](Function &F) { F.Locals[0].Name = 99; });
  Bad("block 1: events beyond the last", [](Function &F) {
    F.Blocks[1].FirstEvent = ~0u;
    F.Blocks[1].NumEvents = ~0u;
  });
  Bad("block 0: no loop 9", [](Function &F) { F.Blocks[0].Loop = 9; });
  Bad("block 0: no block 99", [](Function &F) { F.Blocks[0].Succs = {99}; });
  Bad("block 0: no comparison 8",
      [](Function &F) { F.Blocks[0].Cond.Op = CompareOp(8); });
  Bad("event 0: no kind of event 3",
      [](Function &F) { F.Events[0].Kind = EventKind(3); });
  Bad("event 0: no entity 99", [](Function &F) { F.Events[0].Callee = 99; });
  Bad("event 0: no event 999", [](Function &F) {
    F.Events[0].Args[0].V = {ValueKind::Result, 999};
  });
  Bad("event 0: no kind of value 15",
      [](Function &F) { F.Events[0].Via = {ValueKind(15)}; });
  Bad("event 0: no string 99", [](Function &F) { F.Events[0].Macro = 99; });
  Bad("loop 0: no block 99", [](Function &F) { F.Loops[0].Header = 99; });
  Bad("loop 1: no kind of bound 77",
      [](Function &F) { F.Loops[1].Bound = LoopBound(77); });
  Bad("move 0: no parameter 8", [](Function &F) {
    F.Moves[0].To = {ValueKind::Param, 8};
  });
  Bad("move 0: no local 8", [](Function &F) {
    F.Moves[0].From = {ValueKind::Local, 8};
  });
  Bad("move 0: no string 99", [](Function &F) {
    F.Moves[0].From = {ValueKind::String, 99};
  });
  Bad("computed value 0: no event 999", [](Function &F) {
    F.Computed[0].From = {ValueKind::Result, 999};
  });
  Bad("a loop that encloses itself", [](Function &F) {
    F.Loops[0].Parent = 1;
    F.Loops[1].Parent = 0;
  });
}

} // namespace
