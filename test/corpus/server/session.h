// What serves one client, and what all sessions share.
#pragma once

#include "stats.h"

#include <boost/asio.hpp>

#include <mutex>
#include <set>
#include <string>

namespace demo {

namespace asio = boost::asio;
using asio::ip::tcp;

/// Everything that lives as long as the server.
struct Shared {
  asio::io_context &Loop;
  asio::thread_pool &Workers;
  Stats Requests = {};
  std::mutex NamesGuard = {}, SeenGuard = {};
  std::set<std::string> Names = {}, Seen = {};
};

/// Reads lines from one client and answers them until it hangs up.
asio::awaitable<void> serve(tcp::socket Client, Shared &All);

} // namespace demo
