// The expat pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=expat %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <expat.h>

void element(void *, const char *, const char **) {}
void ended(void *, const char *) {}
void text(void *, const char *, int) {}

task parseBad(XML_Parser p, const char *s, int n) {
  XML_SetElementHandler(p, element, ended);
  XML_SetCharacterDataHandler(p, text);
  XML_Parse(p, s, n, 0);
  XML_ParseBuffer(p, n, 1);
  co_return;
}

task littleOk(XML_Parser p) {
  XML_Parse(p, "<a/>", 4, 1);
  XML_GetErrorCode(p);
  co_return;
}
