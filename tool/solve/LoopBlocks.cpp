//===- solve/LoopBlocks.cpp - blocks and events of loops ------------------===//
#include "solve/LoopBlocks.h"

using namespace waitwise;

bool waitwise::leadsTo(const Function &Body, uint32_t From, uint32_t To,
                       uint32_t Loop) {
  uint32_t Header = Loop == None ? None : Body.Loops[Loop].Header;
  std::vector<bool> Seen(Body.Blocks.size());
  std::vector<uint32_t> Work{From};
  while (!Work.empty()) {
    uint32_t B = Work.back();
    Work.pop_back();
    for (uint32_t Next : Body.Blocks[B].Succs) {
      if (Next == None || Next == Header || Seen[Next] ||
          !liesIn(Body, Body.Blocks[Next].Loop, Loop))
        continue;
      if (Next == To)
        return true;
      Seen[Next] = true;
      Work.push_back(Next);
    }
  }
  return false;
}

bool waitwise::canFollow(const Function &Body, uint32_t Earlier, uint32_t Later,
                         uint32_t Loop) {
  uint32_t From = blockOf(Body, Earlier), To = blockOf(Body, Later);
  if (From == None || To == None)
    return false;
  if (From == To && Earlier < Later)
    return true;
  return leadsTo(Body, From, To, Loop);
}
