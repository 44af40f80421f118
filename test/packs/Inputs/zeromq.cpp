// Headers that the zeromq pack is about.
#define ZMQ_BUILD_DRAFT_API
#include <zmq.h>
#include <zmq.hpp>
#include <zmq_addon.hpp>
