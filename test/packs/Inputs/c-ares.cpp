// Headers that the c-ares pack is about.
#include <sys/select.h>
#include <ares.h>
