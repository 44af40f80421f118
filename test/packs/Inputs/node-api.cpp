// Headers that the node-api pack is about: stubs, as no package installs here.
#include <napi.h>
#include <node_api.h>
