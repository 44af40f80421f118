//===- extract/Extraction.h - summaries of jobs, cached or made -----------===//
//
//   jobs ──▶ cache ──hit──────────────────▶ summaries, in the order of the jobs
//              └─miss─▶ workers ─▶ cache ──▶
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_EXTRACT_EXTRACTION_H
#define WAITWISE_EXTRACT_EXTRACTION_H

#include "extract/Workers.h"
#include "store/Cache.h"

namespace waitwise {

/// What became of one job.
struct UnitResult {
  /// How it ended; Done if there is a summary.
  WorkerResult::Outcome How = WorkerResult::Failed;
  bool IsCached = false; ///< The summary is from an earlier run.
  Summary S;
  std::string Message; ///< Without a summary: "'FILE': what happened".
};

/// Gets the summary of every job, from \p C or by extraction, and hands the
/// results over, first job first. If all are cached no process is started.
/// Afterwards \p C.takeWarning() says whether the cache failed.
void extractAll(llvm::ArrayRef<ExtractJob> Jobs, const WorkerOptions &Options,
                Cache &C,
                llvm::function_ref<void(size_t Job, UnitResult)> Deliver,
                Progress OnDone);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_EXTRACTION_H
