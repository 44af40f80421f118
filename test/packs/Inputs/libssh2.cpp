// Headers that the libssh2 pack is about.
#include <libssh2.h>
#include <libssh2_sftp.h>
