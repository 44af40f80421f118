// Headers that the node-api pack is about: stubs, as no package installs here.
#include <nan.h>
#include <napi.h>
#include <node_api.h>
