// What the server does every now and then.
#pragma once

#include "session.h"

namespace demo {

/// Starts the timers and the control socket on the server's loop.
class Housekeeping {
public:
  explicit Housekeeping(Shared &All);
  void start();

private:
  void reloadBad();
  void tickBad();
  void totalBad();
  void controlOk();

  Shared &All;
  asio::steady_timer Reload, Tick, Total;
  asio::ip::udp::socket Control;
  std::string Motto;
};

} // namespace demo
