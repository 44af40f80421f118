//===- runtime/tests/HttpTest.cpp - pipelining, limits, errors ------------===//
#include "Http.h"

#include "LoopFixture.h"
#include "Spawn.h"

using namespace std::chrono_literals;
using namespace waitwise::runtime;

using HttpTest = LoopTest;
ON_BOTH_BACKENDS(HttpTest);

namespace {

/// /N answers N, the sooner the larger N is.
Task<Response> count(Request R) {
  int Number = std::atoi(R.Target.c_str() + 1);
  if (Number == 13)
    throw std::runtime_error("bad luck");
  co_await sleep(std::chrono::milliseconds(5 - std::min(Number, 5)));
  co_return Response{200, R.Body + std::to_string(Number)};
}

/// All that the server sends for these bytes, until it closes.
std::string exchange(Loop &L, std::string Bytes) {
  Listener Server(L);
  Handler Handle = count;
  auto Main = [&]() -> Task<std::string> {
    spawn(L, serveHttp(Server, Handle));
    Stream Client = co_await connect(Server.port());
    co_await Client.write(Bytes);
    Client.shutdownWrite();
    std::string Whole;
    char Chunk[4096];
    while (size_t Count = co_await Client.read(Chunk))
      Whole.append(Chunk, Count);
    co_return Whole;
  };
  return runOn(L, Main());
}

/// The last lines of replies.
std::string bodies(std::string Replies) {
  std::string Result;
  for (size_t At; (At = Replies.find("\r\n\r\n")) != Replies.npos;) {
    size_t Next = Replies.find("HTTP/1.1", At);
    Result +=
        Replies.substr(At + 4, Next == Replies.npos ? Next : Next - At - 4);
    Replies.erase(0, Next == Replies.npos ? Replies.size() : Next);
  }
  return Result;
}

} // namespace

TEST_P(HttpTest, PipelinedRequestsAreAnsweredInOrder) {
  std::string Requests;
  for (int I = 1; I != 6; ++I)
    Requests += "GET /" + std::to_string(I) + " HTTP/1.1\r\nHost: x\r\n\r\n";
  EXPECT_EQ(bodies(exchange(L, Requests)), "12345");
}

TEST_P(HttpTest, BodiesAndClosingAreKnown) {
  std::string Replies =
      exchange(L, "POST /1 HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc"
                  "GET /2 HTTP/1.1\r\nConnection: close\r\n\r\n"
                  "GET /3 HTTP/1.1\r\n\r\n");
  EXPECT_EQ(bodies(Replies), "abc12") << "nothing after the last";
  EXPECT_NE(Replies.find("Connection: close"), std::string::npos);
}

TEST_P(HttpTest, AHandlerThatThrowsAnswers500) {
  std::string Replies = exchange(L, "GET /13 HTTP/1.1\r\n\r\n"
                                    "GET /5 HTTP/1.1\r\n\r\n");
  EXPECT_TRUE(Replies.starts_with("HTTP/1.1 500")) << Replies;
  EXPECT_EQ(bodies(Replies), "bad luck\n5");
}

TEST(RequestParser, TakesRequestsInAnyPieces) {
  RequestParser Parser;
  std::string Bytes = "PUT /a HTTP/1.1\r\nContent-Length: 2\r\n\r\nok";
  for (size_t I = 0; I + 1 != Bytes.size(); ++I) {
    Parser.feed(Bytes.substr(I, 1));
    EXPECT_FALSE(Parser.next());
  }
  Parser.feed("k");
  auto R = Parser.next();
  ASSERT_TRUE(R);
  EXPECT_EQ(R->Method + R->Target + R->Body, "PUT/aok");
}

TEST(RequestParser, RefusesWhatIsMalformedOrTooLarge) {
  for (std::string Bytes :
       {std::string("nonsense\r\n\r\n"), std::string("GET / FTP/1\r\n\r\n"),
        std::string("GET / HTTP/1.1\r\nno colon\r\n\r\n"),
        std::string("GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"),
        std::string("GET / HTTP/1.1\r\nContent-Length: 9999999\r\n\r\n"),
        std::string(RequestParser::MaxHead + 1, 'x')}) {
    RequestParser Parser;
    Parser.feed(Bytes);
    EXPECT_FALSE(Parser.next());
    EXPECT_TRUE(Parser.failed()) << Bytes.substr(0, 60);
  }
}
