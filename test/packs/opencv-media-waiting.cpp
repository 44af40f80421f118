// The opencv-media pack: files, cameras and windows.
// RUN: waitwise check --fail-on none --checks 'blocking-*' %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem %S/Inputs/opencv-media \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem %S/Inputs/opencv-media \
// RUN:   | FileCheck %s --check-prefix=CONTEXT
#include "task.h"
#include <opencv2/opencv.hpp>

task filesBad(const cv::Mat &a) {
  cv::imread("f.png"); // CHECK: :[[#@LINE]]:{{.*}}'cv::imread' waits for the disk
  cv::imwrite("f.png", a); // CHECK: :[[#@LINE]]:{{.*}}'cv::imwrite' waits for the disk
  cv::dnn::readNetFromONNX("f.onnx"); // CHECK: :[[#@LINE]]:{{.*}}'cv::dnn::dnn4_v20220524::readNetFromONNX' waits for the disk
  cv::CascadeClassifier c("f.xml"); // CHECK: :[[#@LINE]]:{{.*}}'cv::CascadeClassifier::CascadeClassifier' waits for the disk
  co_return;
}

task camerasBad(cv::Mat &a, cv::VideoWriter &w) {
  cv::VideoCapture c(0); // CHECK: :[[#@LINE]]:{{.*}}'cv::VideoCapture::VideoCapture' waits for a device
  c >> a; // CHECK: :[[#@LINE]]:{{.*}}'cv::VideoCapture::operator>>' waits for a device
  c.read(a); // CHECK: :[[#@LINE]]:{{.*}}'cv::VideoCapture::read' waits for a device
  w.write(a); // CHECK: :[[#@LINE]]:{{.*}}'cv::VideoWriter::write' waits for the disk
  co_return;
}

task windowsBad(const cv::Mat &a) {
  cv::waitKey(); // CHECK: :[[#@LINE]]:{{.*}}'cv::waitKey' runs a nested event loop
  cv::selectROI(a); // CHECK: :[[#@LINE]]:{{.*}}'cv::selectROI' runs a nested event loop
  co_return;
}

task timedBad() {
  cv::waitKey(30); // CHECK: :[[#@LINE]]:{{.*}}'cv::waitKey' runs a nested event loop
  co_return;
}

task nothingOk() {
  cv::VideoCapture c;
  cv::CascadeClassifier k;
  c.isOpened();
  cv::pollKey();
  co_return;
}

// CONTEXT-DAG: gui clicked: passed to 'cv::setMouseCallback'
void clicked(int, int, int, int, void *) {}

// CONTEXT-DAG: gui moved: passed to 'cv::createTrackbar'
void moved(int, void *) {}

struct camera {
  void read(cv::Mat &);
};

int main() {
  int value = 0;
  cv::setMouseCallback("w", clicked);
  cv::createTrackbar("t", "w", &value, 1, moved);
  cv::Mat a;
  camera().read(a);
  while (cv::waitKey(1) < 0)
    ;
}
