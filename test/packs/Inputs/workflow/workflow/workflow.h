// Declarations of Sogou's workflow that its pack names, after its
// documentation.
#pragma once
#include <chrono>
#include <functional>
#include <future>
#include <string>

class SubTask {};
class SeriesWork;
class ParallelWork;
class ExecQueue;
class Executor;
using series_callback_t = std::function<void(const SeriesWork *)>;
using parallel_callback_t = std::function<void(const ParallelWork *)>;

#define WF_TASK(name)                                                          \
  class name : public SubTask {                                                \
  public:                                                                      \
    void start();                                                              \
    void set_callback(std::function<void(name *)> cb);                         \
  }
WF_TASK(WFTimerTask);
WF_TASK(WFCounterTask);
WF_TASK(WFMailboxTask);
WF_TASK(WFSelectorTask);
WF_TASK(WFGoTask);
WF_TASK(WFRepeaterTask);
WF_TASK(WFModuleTask);
WF_TASK(WFGraphTask);
WF_TASK(WFHttpTask);
WF_TASK(WFDynamicTask);
template <class REQ, class RESP> WF_TASK(WFNetworkTask);
template <class ARGS> WF_TASK(WFFileTask);
template <class IN, class OUT> WF_TASK(WFThreadTask);
using http_callback_t = std::function<void(WFHttpTask *)>;
using timer_callback_t = std::function<void(WFTimerTask *)>;
using dynamic_create_t = std::function<SubTask *(WFDynamicTask *)>;
using go_t = std::function<void(int *)>;

class WFTaskFactory {
public:
  static WFHttpTask *create_http_task(const std::string &url, int redirects,
                                      int retries, http_callback_t callback);
  static SubTask *create_redis_task(const std::string &url, int, go_t callback);
  static SubTask *create_mysql_task(const std::string &url, int, go_t callback);
  static SubTask *create_dns_task(const std::string &url, int, go_t callback);
  static SubTask *create_pread_task(int fd, void *, std::size_t, long, go_t);
  static SubTask *create_pwrite_task(int fd, const void *, std::size_t, long,
                                     go_t);
  static SubTask *create_preadv_task(int fd, const void *, int, long, go_t);
  static SubTask *create_pwritev_task(int fd, const void *, int, long, go_t);
  static SubTask *create_fsync_task(int fd, go_t callback);
  static SubTask *create_fdatasync_task(int fd, go_t callback);
  static WFTimerTask *create_timer_task(unsigned microseconds,
                                        timer_callback_t callback);
  static WFCounterTask *create_counter_task(unsigned, go_t callback);
  static WFMailboxTask *create_mailbox_task(void **, go_t callback);
  static WFSelectorTask *create_selector_task(std::size_t, go_t callback);
  static WFGraphTask *create_graph_task(go_t callback);
  static WFModuleTask *create_module_task(SubTask *first, go_t callback);
  static WFDynamicTask *create_dynamic_task(dynamic_create_t create);
  static WFRepeaterTask *create_repeater_task(dynamic_create_t create,
                                              go_t callback);
  template <class F, class... A>
  static WFGoTask *create_go_task(const std::string &queue, F &&, A &&...) {
    return nullptr;
  }
  template <class F, class... A>
  static WFGoTask *create_go_task(ExecQueue *, Executor *, F &&, A &&...) {
    return nullptr;
  }
  template <class F, class... A>
  static WFGoTask *create_timedgo_task(long, long, const std::string &, F &&,
                                       A &&...) {
    return nullptr;
  }
  template <class F, class... A>
  static void reset_go_task(WFGoTask *, F &&, A &&...) {}
};
template <class IN, class OUT> class WFThreadTaskFactory {
public:
  static WFThreadTask<IN, OUT> *
  create_thread_task(const std::string &queue,
                     std::function<void(IN *, OUT *)> routine,
                     std::function<void(WFThreadTask<IN, OUT> *)> callback);
};
class WFAlgoTaskFactory {
public:
  template <class T, class CB>
  static SubTask *create_sort_task(const std::string &, T *, T *, CB) {
    return nullptr;
  }
  template <class T, class C, class CB>
  static SubTask *create_sort_task(const std::string &, T *, T *, C, CB) {
    return nullptr;
  }
  template <class T, class CB>
  static SubTask *create_psort_task(const std::string &, T *, T *, CB);
  template <class T, class CB>
  static SubTask *create_merge_task(const std::string &, T *, T *, T *, CB);
  template <class T, class CB>
  static SubTask *create_shuffle_task(const std::string &, T *, T *, CB);
  template <class T, class CB>
  static SubTask *create_unique_task(const std::string &, T *, T *, CB);
};
class SeriesWork {
public:
  void set_callback(series_callback_t callback);
};
class ParallelWork : public SubTask {
public:
  void set_callback(parallel_callback_t callback);
};
class Workflow {
public:
  static SeriesWork *create_series_work(SubTask *, series_callback_t callback);
  static void start_series_work(SubTask *, series_callback_t callback);
  static ParallelWork *create_parallel_work(parallel_callback_t callback);
  static void start_parallel_work(SeriesWork *const[], std::size_t,
                                  parallel_callback_t callback);
};

class WFServerBase {
public:
  int start(unsigned short port);
  void stop();
  void shutdown();
  void wait_finish();
};
template <class REQ, class RESP> class WFServer : public WFServerBase {
public:
  WFServer(std::function<void(WFNetworkTask<REQ, RESP> *)> process);
};
template <typename RES> class WFFuture {
public:
  void wait() const;
  template <class D> std::future_status wait_for(const D &) const {
    return {};
  }
  template <class T> std::future_status wait_until(const T &) const {
    return {};
  }
  RES get();
};
class WFFacilities {
public:
  static void usleep(unsigned microseconds);
  static WFFuture<void> async_usleep(unsigned microseconds);
  template <class F, class... A>
  static void go(const std::string &queue, F &&, A &&...) {}
  template <class REQ, class RESP>
  static RESP request(int type, const std::string &url, REQ &&, int retries) {
    return {};
  }
  class WaitGroup {
  public:
    explicit WaitGroup(int n);
    void wait() const;
    std::future_status wait(int timeout) const;
    void done();
  };
};
