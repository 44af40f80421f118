// Boost.MySQL and Boost.Redis, as far as their pack looks at them; written from their documentation.
#include <string_view>

namespace boost::system {
class error_code;
}
namespace boost::mysql {
class results;
class connect_params;
class statement;
class any_connection {
public:
  void connect(const connect_params &);
  void execute(std::string_view, results &);
  statement prepare_statement(std::string_view);
  void close_statement(const statement &);
  void start_execution(std::string_view, results &);
  void read_some_rows(results &);
  void read_resultset_head(results &);
  void ping();
  void reset_connection();
  void close();
  void set_character_set(int);
  template <class Token> auto async_execute(std::string_view, results &, Token &&t) { return t; }
};
class connection : public any_connection {
public:
  void handshake(const connect_params &);
  void quit();
};
} // namespace boost::mysql
namespace boost::redis {
class connection {
public:
  template <class Token> auto async_exec(int, Token &&t) { return t; }
};
} // namespace boost::redis
