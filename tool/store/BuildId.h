//===- store/BuildId.h - which build of the tool is running? --------------===//
#ifndef WAITWISE_STORE_BUILDID_H
#define WAITWISE_STORE_BUILDID_H

#include <string>

namespace waitwise {

/// The linker's build id of this executable in hex; empty if it has none. It
/// is the hash of what was linked: the same wherever the file is copied to,
/// another as soon as a line of code is.
std::string buildId();

} // namespace waitwise

#endif // WAITWISE_STORE_BUILDID_H
