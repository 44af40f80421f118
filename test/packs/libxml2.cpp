// The libxml2 pack: computing, and with libxml2-files.cpp every rule.
// RUN: waitwise check --fail-on none --require-rules-hit=libxml2 %s %S/libxml2-files.cpp -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem /usr/include/libxml2
#include "task.h"
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>
#include <libxml/xpath.h>

xmlChar *out;
int length;

task parseBad(xmlParserCtxtPtr c, const char *text, int n, const xmlChar *string) {
  xmlReadMemory(text, n, nullptr, nullptr, 0);
  xmlCtxtReadMemory(c, text, n, nullptr, nullptr, 0);
  xmlReadDoc(string, nullptr, nullptr, 0);
  xmlParseChunk(c, text, n, 0);
  co_return;
}

task walkBad(xmlDocPtr d, xmlXPathContextPtr x, xmlSchemaValidCtxtPtr v, xmlSchemaParserCtxtPtr s) {
  xmlXPathEvalExpression(BAD_CAST "//a", x);
  xmlSchemaParse(s);
  xmlSchemaValidateDoc(v, d);
  xmlDocDumpMemory(d, &out, &length);
  co_return;
}

task littleOk(xmlNodePtr n) {
  xmlGetProp(n, BAD_CAST "a");
  xmlFreeDoc(xmlReadMemory("<a/>", 4, nullptr, nullptr, 0));
  co_return;
}
