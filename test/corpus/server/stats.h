// Counts what was served.
#pragma once

#include <cstdint>
#include <mutex>

namespace demo {

class Stats {
public:
  void add();
  /// Hands the total to the collector, which wants a pause between two calls.
  void publishBad();
  /// The same, without making those who count wait.
  void publishOk();

private:
  std::mutex Guard;
  std::uint64_t Total = 0, Published = 0;
};

} // namespace demo
