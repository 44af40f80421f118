// Headers that the gio pack is about.
#define GLIB_DISABLE_DEPRECATION_WARNINGS
#include <gio/gio.h>
#include <gio/gdesktopappinfo.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
