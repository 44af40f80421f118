//===- server/Server.h - one program, written twice -----------------------===//
//
// A small HTTP server that resolves names, reads files, counts visits, finds
// duplicates, asks an upstream and adds up numbers. Mistaken.cpp does each of
// these in a way that waitwise reports; Advised.cpp is the same program with
// its advice followed. Main.cpp runs either of them.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_MEASURED_SERVER_H
#define WAITWISE_MEASURED_SERVER_H

#include "Deferred.h"
#include "Http.h"

#include <mutex>

namespace server {

using namespace waitwise::runtime;

/// What the handlers share.
struct Server {
  Loop L;
  CpuPool Cpu;
  IoPool Io{16};
  uint16_t Upstream = 0; ///< A server that takes 10 ms to answer.
  std::string File;      ///< 256 KiB of text.
  std::string Host = "localhost";
  size_t Visits = 0;
  std::recursive_mutex Visiting;
};

/// GET /resolve, /file, /visit, /duplicates, /upstream, /sum.
Task<Response> handle(Server &S, Request R);

} // namespace server

#endif
