// The opencv pack: waiting for results, and files.
// RUN: waitwise check --fail-on none %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem /usr/include/opencv4 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <opencv2/core/async.hpp>
#include <opencv2/core/ocl.hpp>
#include <opencv2/core.hpp>

task waitingBad(cv::AsyncArray &a, cv::Mat &b) {
  a.get(b); // CHECK: :[[#@LINE]]:{{.*}}'cv::AsyncArray::get' waits for another thread
  a.wait_for(std::chrono::milliseconds(100)); // CHECK: :[[#@LINE]]:{{.*}}'cv::AsyncArray::wait_for' waits for another thread
  cv::ocl::finish(); // CHECK: :[[#@LINE]]:{{.*}}'cv::ocl::finish' waits for a device
  co_return;
}

task waitingOk(cv::AsyncArray &a) {
  a.wait_for(std::chrono::milliseconds(0));
  a.valid();
  co_return;
}

task filesBad(std::vector<cv::String> &found) {
  cv::FileStorage f("f.yml", cv::FileStorage::READ); // CHECK: :[[#@LINE]]:{{.*}}'cv::FileStorage::FileStorage' waits for the disk
  cv::glob("d", found); // CHECK: :[[#@LINE]]:{{.*}}'cv::glob' waits for the disk
  cv::FileStorage nothing;
  co_return;
}
