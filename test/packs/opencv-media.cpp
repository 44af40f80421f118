// The opencv-media pack: computing, and with opencv-media-waiting.cpp every rule.
// RUN: waitwise check --fail-on none --require-rules-hit=opencv-media %s %S/opencv-media-waiting.cpp -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem %S/Inputs/opencv-media
#include "task.h"
#include <opencv2/opencv.hpp>

task codecsBad(std::vector<unsigned char> &data, const cv::Mat &a) {
  cv::imdecode(data, 1);
  cv::imencode(".png", a, data);
  co_return;
}

task recognitionBad(cv::dnn::Net &n, cv::CascadeClassifier &c, cv::Feature2D &f, const cv::Mat &a, std::vector<cv::Rect> &found) {
  n.setInput(a);
  n.forward();
  c.detectMultiScale(a, found);
  f.detect(a, found);
  co_return;
}

task imagesBad(const cv::Mat &a, cv::Mat &b) {
  cv::fastNlMeansDenoising(a, b);
  cv::calcOpticalFlowPyrLK(a, a, a, b, b, b);
  cv::findHomography(a, b);
  co_return;
}
