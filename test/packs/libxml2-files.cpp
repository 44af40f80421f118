// The libxml2 pack: files wait for the disk.
// RUN: waitwise check --fail-on none %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem /usr/include/libxml2 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <libxml/parser.h>
#include <libxml/xinclude.h>
#include <libxml/xmlreader.h>

task filesBad(xmlDocPtr d, FILE *f) {
  xmlReadFile("f.xml", nullptr, 0); // CHECK: :[[#@LINE]]:{{.*}}'xmlReadFile' waits for the disk
  xmlSaveFile("f.xml", d); // CHECK: :[[#@LINE]]:{{.*}}'xmlSaveFile' waits for the disk
  xmlDocDump(f, d); // CHECK: :[[#@LINE]]:{{.*}}'xmlDocDump' waits for the disk
  xmlXIncludeProcess(d); // CHECK: :[[#@LINE]]:{{.*}}'xmlXIncludeProcess' waits for the disk
  co_return;
}

task descriptorBad(int fd, xmlParserCtxtPtr c) {
  xmlReadFd(fd, nullptr, nullptr, 0); // CHECK: :[[#@LINE]]:{{.*}}'xmlReadFd' waits for the disk
  xmlCtxtReadFd(c, fd, nullptr, nullptr, 0); // CHECK: :[[#@LINE]]:{{.*}}'xmlCtxtReadFd' waits for the disk
  co_return;
}

task readerBad() {
  xmlTextReaderPtr r = xmlReaderForFile("f.xml", nullptr, 0); // CHECK: :[[#@LINE]]:{{.*}}'xmlReaderForFile' waits for the disk
  xmlTextReaderRead(r); // CHECK: :[[#@LINE]]:{{.*}}'xmlTextReaderRead' waits for the disk
  co_return;
}

// Of a text in memory.
task readerOk(const char *text, int n) {
  xmlTextReaderPtr r = xmlReaderForMemory(text, n, nullptr, nullptr, 0);
  xmlTextReaderRead(r);
  co_return;
}
