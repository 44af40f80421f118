// Headers that the hiredis pack is about.
#include <hiredis/hiredis.h>
#include <hiredis/async.h>
