// The opencv pack: computing, and with opencv-waiting.cpp every rule.
// RUN: waitwise check --fail-on none --require-rules-hit=opencv %s %S/opencv-waiting.cpp -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem /usr/include/opencv4
#include "task.h"
#include <opencv2/core/async.hpp>
#include <opencv2/core/ocl.hpp>
#include <opencv2/imgproc.hpp>

task filtersBad(cv::Mat &a, cv::Mat &b) {
  cv::GaussianBlur(a, b, {5, 5}, 1);
  cv::resize(a, b, {640, 480});
  cv::medianBlur(a, b, 5);
  cv::bilateralFilter(a, b, 9, 75, 75);
  co_return;
}

task matricesBad(cv::Mat &a, cv::Mat &b) {
  cv::dft(a, b);
  cv::invert(a, b);
  cv::add(a, b, b);
  cv::sort(a, b, cv::SORT_EVERY_ROW);
  a.convertTo(b, CV_32F);
  cv::kmeans(a, 3, b, {}, 3, cv::KMEANS_PP_CENTERS);
  co_return;
}

// A view of the same pixels.
task viewsOk(cv::Mat &a) {
  cv::Mat b = a;
  a.rowRange(0, 1).col(0);
  a.reshape(1).size();
  co_return;
}

struct body : cv::ParallelLoopBody {
  void operator()(const cv::Range &) const override {}
};

task parallelOk(const body &b, cv::Mat_<float> &m) {
  cv::parallel_for_({0, 4}, b);
  b({0, 1});
  m.forEach([](float &x, const int *) { x += 1; });
  co_return;
}
