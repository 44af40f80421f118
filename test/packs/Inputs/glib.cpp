// Headers that the glib pack is about.
#define G_STDIO_WRAP_ON_UNIX
#include <glib-unix.h>
#include <glib-object.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <gmodule.h>
