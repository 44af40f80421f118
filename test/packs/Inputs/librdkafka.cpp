// Headers that the librdkafka pack is about.
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafkacpp.h>
