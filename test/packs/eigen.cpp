// The eigen pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=eigen %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem /usr/include/eigen3
#include "task.h"
#include <Eigen/Dense>
#include <Eigen/Sparse>

using Eigen::MatrixXd;
using Eigen::VectorXd;

task decompositionsBad(const MatrixXd &m) {
  Eigen::PartialPivLU<MatrixXd> lu;
  lu.compute(m);
  Eigen::HouseholderQR<MatrixXd> qr(m.rows(), m.cols());
  qr.compute(m);
  Eigen::SelfAdjointEigenSolver<MatrixXd> values(m.rows());
  values.compute(m);
  co_return;
}

task matricesBad(const MatrixXd &m, const VectorXd &b) {
  VectorXd x = m.llt().solve(b);
  m.jacobiSvd();
  MatrixXd i = m.inverse();
  co_return;
}

task sparseBad(const Eigen::SparseMatrix<double> &s, const VectorXd &b) {
  Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> solver;
  solver.compute(s);
  VectorXd x = solver.solve(b);
  co_return;
}

task viewsOk(const MatrixXd &m) {
  m.transpose();
  m.row(0).size();
  co_return;
}
