//===- extract/CudaFlags.h - nvcc's flags as clang's ----------------------===//
#ifndef WAITWISE_EXTRACT_CUDAFLAGS_H
#define WAITWISE_EXTRACT_CUDAFLAGS_H

#include <string>
#include <vector>

namespace waitwise {

/// Makes the words of an nvcc command (the compiler first) into clang's: flags
/// for the host compiler are unpacked, those for the device dropped. Host code
/// is what is analysed.
void translateCudaFlags(std::vector<std::string> &Words);

} // namespace waitwise

#endif // WAITWISE_EXTRACT_CUDAFLAGS_H
