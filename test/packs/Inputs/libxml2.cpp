// Headers that the libxml2 pack is about.
#include <libxml/parser.h>
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/xmlreader.h>
#include <libxml/xpath.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlsave.h>
#include <libxml/relaxng.h>
#include <libxml/xinclude.h>
