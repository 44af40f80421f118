// Headers that the gtkmm pack is about.
#include <gtkmm.h>
