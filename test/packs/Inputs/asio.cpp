// Headers that the asio pack is about.
#include <boost/asio.hpp>
#include <boost/asio/experimental/append.hpp>
#include <boost/asio/experimental/as_single.hpp>
#include <boost/asio/experimental/as_tuple.hpp>
#include <boost/asio/experimental/coro.hpp>
#include <boost/asio/experimental/prepend.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/asio/ssl.hpp>
#include <istream>
#include <ostream>
