// The cuda pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=cuda %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem %S/Inputs/cuda \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <cublas_api.h>
#include <cuda.h>
#include <cuda_runtime_api.h>
#include <hip/hip_runtime_api.h>
#include <nvrtc.h>
#include <unistd.h>

void *device, *host;

task synchronizeBad(cudaStream_t s, CUevent e) {
  cudaDeviceSynchronize(); // CHECK: :[[#@LINE]]:{{.*}}'cudaDeviceSynchronize' waits for a device
  cudaStreamSynchronize(s); // CHECK: :[[#@LINE]]:{{.*}}'cudaStreamSynchronize' waits for a device
  cuEventSynchronize(e); // CHECK: :[[#@LINE]]:{{.*}}'cuEventSynchronize' waits for a device
  hipDeviceSynchronize(); // CHECK: :[[#@LINE]]:{{.*}}'hipDeviceSynchronize' waits for a device
  co_return;
}

task copyBad(CUdeviceptr to) {
  cudaMemcpy(device, host, 64, cudaMemcpyHostToDevice); // CHECK: :[[#@LINE]]:{{.*}}'cudaMemcpy' waits for a device
  cudaMemcpyToSymbol(device, host, 64); // CHECK: :[[#@LINE]]:{{.*}}'cudaMemcpyToSymbol' waits for a device
  cuMemcpyHtoD(to, host, 64); // CHECK: :[[#@LINE]]:{{.*}}'cuMemcpyHtoD_v2' waits for a device
  cublasSetVector(64, 8, host, 1, device, 1); // CHECK: :[[#@LINE]]:{{.*}}'cublasSetVector' waits for a device
  co_return;
}

task memoryBad() {
  cudaMalloc(&device, 64); // CHECK: :[[#@LINE]]:{{.*}}'cudaMalloc' waits for a device
  cudaFree(device); // CHECK: :[[#@LINE]]:{{.*}}'cudaFree' waits for a device
  cuInit(0); // CHECK: :[[#@LINE]]:{{.*}}'cuInit' waits for a device
  co_return;
}

// Nobody waits: the copy stays on the device, or in a stream.
task streamOk(cudaStream_t s, cudaEvent_t e) {
  cudaMemcpy(device, device, 64, cudaMemcpyDeviceToDevice);
  cudaMemcpyAsync(device, host, 64, cudaMemcpyHostToDevice, s);
  cudaMallocAsync(&device, 64, s);
  cudaFreeAsync(device, s);
  cudaStreamQuery(s);
  cudaEventQuery(e);
  co_return;
}

void compile(nvrtcProgram p) { nvrtcCompileProgram(p, 0, nullptr); }

// Run by a thread of the driver.
void doneOk(void *) { usleep(20000); }

task callbackOk(cudaStream_t s) {
  cudaLaunchHostFunc(s, doneOk, nullptr);
  co_return;
}
