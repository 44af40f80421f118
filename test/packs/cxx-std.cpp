// The cxx-std pack: files block, strings and the console do not.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <syncstream>

namespace std {
void println(const char *text); // C++23: libstdc++ 12 has none yet.
}
namespace fs = std::filesystem;
std::string line;

task readingBad() {
  std::ifstream in("f");              // CHECK: :[[#@LINE]]:{{.*}}'std::basic_ifstream::basic_ifstream' waits for the disk
  in.get();                           // CHECK: :[[#@LINE]]:{{.*}}'std::basic_istream::get' waits for the disk
  std::getline(in, line);             // CHECK: :[[#@LINE]]:{{.*}}'std::getline' waits for the disk
  co_return;
}

// The kernel makes it up: no disk.
task kernelOk() {
  static constexpr const char *Status = "/proc/self/status";
  std::ifstream in("/proc/self/status"), named(Status), later;
  std::getline(in, line);
  later.open("/sys/power/state");
  later.get();
  co_return;
}

task iteratingBad(std::ifstream &in) {
  std::string all(std::istreambuf_iterator<char>(in), {}); // CHECK: :[[#@LINE]]:{{.*}} waits for the disk
  co_return;
}

task writingBad() {
  std::ofstream out;
  out.open("f");                      // CHECK: :[[#@LINE]]:{{.*}}'std::basic_ofstream::open' waits for the disk
  out.put('x');                       // CHECK: :[[#@LINE]]:{{.*}}'std::basic_ostream::put' waits for the disk
  out << "x";                         // CHECK: :[[#@LINE]]:{{.*}}'std::operator<<' waits for the disk
  out.close();                        // CHECK: :[[#@LINE]]:{{.*}}'std::basic_ofstream::close' waits for the disk
  co_return;
}

task consoleBad() {
  int number;
  std::cin >> number;                 // CHECK: :[[#@LINE]]:{{.*}}'std::basic_istream::operator>>' waits for the console
  std::getline(std::cin, line);       // CHECK: :[[#@LINE]]:{{.*}}'std::getline' waits for the console
  co_return;
}

task consoleOk() {
  std::cout << 1 << "x" << std::endl;
  std::cerr.put('x');
  std::osyncstream(std::cout) << "x";
  std::println("x");
  co_return;
}

task stringsOk(std::istream &unknown) {
  std::istringstream in("1 2");
  std::ostringstream out;
  int number;
  in >> number >> number;
  in.get();
  std::getline(in, line);
  out << number << "x";
  std::istreambuf_iterator<char> from(in);
  out.put('x');
  unknown >> number;
  co_return;
}

task filesystemBad(const fs::path &p) {
  fs::exists(p);                      // CHECK: :[[#@LINE]]:{{.*}}'std::filesystem::exists' waits for the disk
  fs::create_directories(p);          // CHECK: :[[#@LINE]]:{{.*}}'std::filesystem::create_directories' waits for the disk
  fs::remove_all(p);                  // CHECK: :[[#@LINE]]:{{.*}}'std::filesystem::remove_all' waits for the disk
  fs::current_path(p);                // CHECK: :[[#@LINE]]:{{.*}}'std::filesystem::current_path' waits for the disk
  fs::directory_iterator begin(p);    // CHECK: :[[#@LINE]]:{{.*}}'std::filesystem::directory_iterator::directory_iterator' waits for the disk
  ++begin;                            // CHECK: :[[#@LINE]]:{{.*}}'std::filesystem::directory_iterator::operator++' waits for the disk
  fs::directory_entry entry(p);       // CHECK: :[[#@LINE]]:{{.*}}'std::filesystem::directory_entry::directory_entry' waits for the disk
  entry.file_size();                  // CHECK: :[[#@LINE]]:{{.*}}'std::filesystem::directory_entry::file_size' waits for the disk
  co_return;
}

task filesystemOk(fs::directory_entry entry, fs::file_status status) {
  fs::exists(status);
  fs::is_directory(status);
  entry.is_directory();
  fs::path("a") / "b";
  fs::directory_iterator end;
  co_return;
}
