// Headers that the mosquitto pack is about.
#include <mosquitto.h>
