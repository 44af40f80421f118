// Host names to addresses, by the C library's resolver.
#include "directory.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <sys/socket.h>

namespace demo {

static addrinfo *query(const std::string &Host) {
  addrinfo Hints = {};
  Hints.ai_family = AF_INET;
  Hints.ai_socktype = SOCK_STREAM;
  addrinfo *Found = nullptr;
  return getaddrinfo(Host.c_str(), nullptr, &Hints, &Found) == 0 ? Found
                                                                 : nullptr;
}

std::string addressOf(const std::string &Host) {
  addrinfo *Found = query(Host);
  if (!Found)
    return "";
  char Text[INET_ADDRSTRLEN] = {};
  auto *Address = reinterpret_cast<sockaddr_in *>(Found->ai_addr);
  inet_ntop(AF_INET, &Address->sin_addr, Text, sizeof Text);
  freeaddrinfo(Found);
  return Text;
}

} // namespace demo
