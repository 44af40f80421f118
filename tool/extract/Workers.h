//===- extract/Workers.h - extraction in processes of its own -------------===//
//
//   jobs ──▶ worker 1 ──▶ results, in the order of the jobs
//        ──▶ worker 2 ──▶
//
// A translation unit that crashes clang, never ends or eats all memory costs
// itself and nothing else. Each worker does one job after the other; one that
// is lost is replaced. Results do not depend on the number of workers: what
// fails in a worker that did other jobs before is tried again in a new one.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_WORKERS_H
#define WAITWISE_EXTRACT_WORKERS_H

#include "extract/Extract.h"
#include "support/Limits.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <string>
#include <vector>

namespace waitwise {

/// The hidden subcommand under which the tool is its own worker.
inline constexpr llvm::StringLiteral WorkerSubcommand = "extract-worker";

struct WorkerOptions {
  unsigned Workers = 1; ///< Processes at once; 0 counts as 1.
  unsigned Seconds = limits::TranslationUnitSeconds; ///< Wall time per unit.
  unsigned MemoryMiB = limits::WorkerMemoryMiB;      ///< Address space.
  /// Program and arguments that end in runWorker(). Empty: this executable
  /// with WorkerSubcommand.
  std::vector<std::string> Command;
};

struct WorkerResult {
  enum Outcome : uint8_t { Done, Failed, Crashed, TimedOut, OutOfMemory };
  Outcome How = Failed;
  std::string Bytes;               ///< Done: the stored summary (SummaryIO.h).
  std::vector<std::string> Absent; ///< Done: Summary::Absent.
  std::string Message;   ///< Else: what happened, without the file's name.
  int64_t StartedNs = 0; ///< nowNs() before the job was handed out.
};

/// Called when a unit is done: how many are, of how many, and which it was.
using Progress =
    llvm::function_ref<void(size_t Done, size_t Total, llvm::StringRef File)>;

/// Runs \p Jobs and hands over their results, first job first. Blocks until
/// all are done. The workers die with the calling thread.
void runJobs(llvm::ArrayRef<const ExtractJob *> Jobs,
             const WorkerOptions &Options,
             llvm::function_ref<void(size_t Job, WorkerResult)> Deliver,
             Progress OnDone);

/// The worker's side: does jobs that come over descriptor 0 until that ends,
/// and returns the exit status of the process.
int runWorker(
    llvm::function_ref<llvm::Expected<Summary>(const ExtractJob &)> Extract);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_WORKERS_H
