// Functions of a type, or methods of a type and a class, run where a pack says.
// RUN: split-file %s %t
// RUN: waitwise dump contexts --packs %t/x.yaml %t/a.cpp -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not='{{^[a-z-]+ }}'

// CHECK: event-loop Service::get: of a type that 'x' calls there
// CHECK: event-loop Service::put: of a type that 'x' calls there
// CHECK: fiber anywhere::Any::answer: of a type that 'x' calls there
// CHECK: gil-held Service::shared: of a type that 'x' calls there
// CHECK: gil-held entry: of a type that 'x' calls there

//--- x.yaml
pack: x
references: [https://example.org]
signatures:
  - {params: ["Context *", "..."], returns: Status, of: Handler, in: event-loop}
  - {params: ["Reply &"], returns: void, of: "**", in: fiber}
  - {params: ["Context *", "..."], returns: Status, in: gil-held}

//--- a.cpp
struct Context {};
struct Reply {};
struct Status {};
struct Handler { virtual ~Handler() = default; };
struct Service : Handler {
  Status get(Context *) { return {}; }
  virtual Status put(Context *, const char *) { return {}; }
  // Look-alikes: another result, other parameters, no object.
  void drop(Context *) {}
  Status one(Context) { return {}; }
  Status none() { return {}; }
  static Status shared(Context *) { return {}; }
};
// Of no class that is called.
struct Stranger {
  Status get(Context *) { return {}; }
};
namespace anywhere {
struct Any {
  void answer(Reply &) {}
  void answer(Reply *) {}
};
} // namespace anywhere
Status entry(Context *, int) { return {}; }
void answer(Reply &) {}
