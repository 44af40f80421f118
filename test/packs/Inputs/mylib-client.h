// The library of docs/write-a-pack.md.
#include <functional>

namespace mylib {
class client {
public:
  const char *get(const char *name);
  void put(const char *name, const char *value);
  void async_get(const char *name, std::function<void(const char *)> handler);
};
} // namespace mylib
