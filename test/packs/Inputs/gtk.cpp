// Headers that the gtk pack is about.
#include <gtk/gtk.h>
