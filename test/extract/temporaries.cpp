// A temporary ends with its full expression; its destructor names what made it.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
struct Token {
  Token(int);
  ~Token();
  int use() const;
};
Token make(int);
void take(const Token &);
int after();

// CHECK-LABEL: function temporaries
// CHECK: #0 make (1: int) -> Token @
// CHECK-NEXT: #1 Token::use on result #0: Token () -> int [discarded]
// CHECK-NEXT: #2 Token::~Token on result #0: Token () [destroy implicit]
// CHECK-NEXT: #3 Token::Token on ?: Token (2: int) -> Token [construct implicit]
// CHECK-NEXT: #4 take (result #3: int)
// CHECK-NEXT: #5 Token::~Token on result #3: Token () [destroy implicit]
// CHECK-NEXT: #6 after
void temporaries() {
  make(1).use();
  take(2);
  after();
}

// A reference extends a temporary's life to its own scope.
// CHECK-LABEL: function extended
// CHECK: #0 make (3: int)
// CHECK-NEXT: #1 after
// CHECK-NEXT: #2 Token::~Token on local t: Token () [destroy implicit]
// CHECK: move local t <- result #0
void extended() {
  const Token &t = make(3);
  after();
}

void defaulted(const Token &t = 7);
// CHECK-LABEL: function byDefault
// CHECK: #0 Token::Token on ?: Token (7: int) -> Token [construct implicit] @[[#@LINE+4]]:3
// CHECK-NEXT: #1 defaulted (default result #0: int)
// CHECK-NEXT: #2 Token::~Token on result #0: Token () [destroy implicit] @[[#@LINE+2]]:3
void byDefault() {
  defaulted();
}
