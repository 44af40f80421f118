//===- runtime/Http.cpp - parsing, and one write for what one read brings -===//
#include "Http.h"

#include "Spawn.h"

#include <charconv>

namespace waitwise::runtime {
namespace {

std::string lower(std::string_view Text) {
  std::string Result(Text);
  for (char &C : Result)
    C = char(std::tolower(static_cast<unsigned char>(C)));
  return Result;
}

std::string_view trimmed(std::string_view Text) {
  while (!Text.empty() && (Text.front() == ' ' || Text.front() == '\t'))
    Text.remove_prefix(1);
  while (!Text.empty() && (Text.back() == ' ' || Text.back() == '\t'))
    Text.remove_suffix(1);
  return Text;
}

/// Takes what stands before a separator off the front; all if there is none.
std::string_view cut(std::string_view &Text, std::string_view Separator) {
  size_t At = Text.find(Separator);
  std::string_view Front = Text.substr(0, At);
  Text.remove_prefix(At == Text.npos ? Text.size() : At + Separator.size());
  return Front;
}

const char *reason(int Status) {
  switch (Status) {
  case 200:
    return "OK";
  case 400:
    return "Bad Request";
  case 404:
    return "Not Found";
  default:
    return "Internal Server Error";
  }
}

/// What the handler answers, whatever happens.
Task<Response> answer(const Handler &Handle, Request R) {
  try {
    co_return co_await Handle(std::move(R));
  } catch (const Cancelled &) {
    throw;
  } catch (const std::exception &E) {
    co_return Response{500, std::string(E.what()) + "\n"};
  }
}

} // namespace

/// The request line and the headers. False if they are malformed.
bool RequestParser::parseHead(std::string_view Head, Request &R,
                              size_t &BodySize) {
  std::string_view Line = cut(Head, "\r\n");
  R.Method = cut(Line, " ");
  R.Target = cut(Line, " ");
  if (R.Method.empty() || R.Target.empty() || !Line.starts_with("HTTP/1."))
    return false;
  R.KeepAlive = Line != "HTTP/1.0";
  while (!Head.empty()) {
    Line = cut(Head, "\r\n");
    if (Line.find(':') == Line.npos)
      return false;
    std::string Name = lower(cut(Line, ":"));
    R.Headers[Name] = trimmed(Line);
  }
  if (auto Found = R.Headers.find("connection"); Found != R.Headers.end())
    R.KeepAlive = lower(Found->second) == "keep-alive" ||
                  (R.KeepAlive && lower(Found->second) != "close");
  if (R.Headers.count("transfer-encoding"))
    return false; // chunks are nothing that a model needs
  auto Found = R.Headers.find("content-length");
  if (Found == R.Headers.end())
    return true;
  const std::string &Size = Found->second;
  auto Read = std::from_chars(Size.data(), Size.data() + Size.size(), BodySize);
  return Read.ec == std::errc() && Read.ptr == Size.data() + Size.size() &&
         BodySize <= MaxBody;
}

std::optional<Request> RequestParser::next() {
  size_t End = Unread.find("\r\n\r\n");
  if (Failed || End == Unread.npos) {
    Failed |= Unread.size() > MaxHead && End == Unread.npos;
    return std::nullopt;
  }
  Request R;
  size_t BodySize = 0;
  if (!parseHead(std::string_view(Unread).substr(0, End), R, BodySize)) {
    Failed = true;
    return std::nullopt;
  }
  if (Unread.size() - (End + 4) < BodySize)
    return std::nullopt;
  R.Body = Unread.substr(End + 4, BodySize);
  Unread.erase(0, End + 4 + BodySize);
  return R;
}

std::string format(const Response &R, bool KeepAlive) {
  return "HTTP/1.1 " + std::to_string(R.Status) + " " + reason(R.Status) +
         "\r\nContent-Type: text/plain\r\nContent-Length: " +
         std::to_string(R.Body.size()) +
         (KeepAlive ? "" : "\r\nConnection: close") + "\r\n\r\n" + R.Body;
}

Task<> serveConnection(Stream Peer, const Handler &Handle) {
  RequestParser Parser;
  char Chunk[16 << 10];
  bool KeepAlive = true;
  while (KeepAlive) {
    size_t Count = co_await Peer.read(Chunk);
    if (Count == 0)
      co_return;
    Parser.feed({Chunk, Count});
    std::vector<Task<Response>> Answers;
    while (KeepAlive) {
      std::optional<Request> R = Parser.next();
      if (!R)
        break;
      KeepAlive = R->KeepAlive;
      Answers.push_back(answer(Handle, std::move(*R)));
    }
    std::vector<Response> Replies;
    if (Answers.size() == 1) // mostly: no need for a task of its own
      Replies.push_back(co_await std::move(Answers.front()));
    else
      Replies = co_await gather(std::move(Answers));
    if (Parser.failed()) {
      KeepAlive = false;
      Replies.push_back({400, "this is no request\n"});
    }
    std::string Bytes;
    for (const Response &Reply : Replies)
      Bytes += format(Reply, KeepAlive || &Reply != &Replies.back());
    co_await Peer.write(Bytes);
  }
}

Task<> serveHttp(Listener &On, const Handler &Handle) {
  auto Connection = [](Stream Peer, const Handler &Handle) -> Task<> {
    try {
      co_await serveConnection(std::move(Peer), Handle);
    } catch (const std::system_error &) { // the client has gone
    }
  };
  Loop &L = co_await thisLoop();
  while (true)
    spawn(L, Connection(co_await On.accept(), Handle));
}

} // namespace waitwise::runtime
