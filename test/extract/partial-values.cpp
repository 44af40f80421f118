// Expressions that errors have left without a type are unknown values.
// RUN: waitwise dump summary %s -- -std=c++20 2>/dev/null | FileCheck %s
struct missing::Form { int a; };
struct Dialog {
  Dialog(int n) : form(new Form(n)), limit(n < 5 ? n : 5), other(undeclared(n, 3)) {}
  Form *form; int limit, other;
};
namespace Ui { class Form; }
struct Window {
  Ui::Form *ui, *more, *other;
  Window(int n) : ui(new Ui::Form), more(new Ui::Form(n, 1)) {
    other = new Ui::Form(n < 5 ? n : 5);
  }
};
// CHECK: function f
void f(int n) {
  Unknown list(1, n, {2, 3});
  int x = n < nowhere ? n : nowhere;
  Dialog d = (n, Unknown(n));
  for (auto part : list(n < 3 ? n : 3)) g(part, (1, n));
}
