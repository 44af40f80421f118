// Headers that the libssh pack is about.
#include <libssh/libssh.h>
#include <libssh/server.h>
#include <libssh/sftp.h>
