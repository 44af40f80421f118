// Headers that the cuda pack is about.
#include <cuda.h>
#include <cuda_runtime_api.h>
#include <cublas_api.h>
#include <nvrtc.h>
#include <hip/hip_runtime_api.h>
