// Headers that the tbb pack is about.
#define TBB_PREVIEW_ISOLATED_TASK_GROUP 1
#define TBB_PREVIEW_MUTEXES 1
#define TBB_PREVIEW_WAITING_FOR_WORKERS 1
#include <oneapi/tbb.h>
#include <oneapi/tbb/mutex.h>
#include <oneapi/tbb/rw_mutex.h>
