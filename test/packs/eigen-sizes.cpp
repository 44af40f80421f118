// Conditions on template arguments tell matrices of fixed size from others, in the real headers of Eigen.
// RUN: split-file %s %t
// RUN: waitwise check --fail-on none --packs %t/x.yaml %t/a.cpp -- -std=c++20 -isystem /usr/include/eigen3 \
// RUN:   | FileCheck %t/a.cpp --implicit-check-not={{warning|error}}:

//--- x.yaml
pack: x
references: [https://example.org]
rules:
  - function: ["Eigen::MatrixBase::inverse", "Eigen::LLT::compute", "Eigen::SolverBase::solve"]
    blocks: {kind: wait, latency: slow, unless: [{arg: template-arg 1 of template-arg 0, equals: [1, 2, 3, 4]}]}
    because: it decomposes the matrix
  - function: x_loop
    runs: [{callable: arg 0, in: event-loop}]

//--- a.cpp
#include <Eigen/Dense>
extern "C" void x_loop(void (*)());

Eigen::MatrixXd large;
Eigen::Matrix3d small;
void largeBad() {
  large.inverse();             // CHECK: :[[#@LINE]]:{{.*}}'Eigen::MatrixBase::inverse' waits
  Eigen::LLT<Eigen::MatrixXd> l;
  l.compute(large).solve(large); // CHECK: :[[#@LINE]]:{{.*}}'Eigen::LLT::compute' waits
  // CHECK: :[[#@LINE-1]]:{{.*}}'Eigen::SolverBase::solve' waits
}
void smallOk() {
  small.inverse();
  Eigen::LLT<Eigen::Matrix4f> l;
  l.compute(Eigen::Matrix4f()).solve(Eigen::Vector4f());
}
int main() {
  x_loop(largeBad);
  x_loop(smallOk);
}
