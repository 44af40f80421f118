// The opencl pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=opencl %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -DCL_TARGET_OPENCL_VERSION=300 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <CL/cl.h>
#include <unistd.h>

char buffer[64];

void builtOk(cl_program, void *) { usleep(20000); }
void doneOk(cl_event, cl_int, void *) { usleep(20000); }
void destroyedOk(cl_mem, void *) { usleep(20000); }

task waitingBad(cl_command_queue q, const cl_event *e) {
  clFinish(q); // CHECK: :[[#@LINE]]:{{.*}}'clFinish' waits for a device
  clWaitForEvents(1, e); // CHECK: :[[#@LINE]]:{{.*}}'clWaitForEvents' waits for a device
  clReleaseCommandQueue(q); // CHECK: :[[#@LINE]]:{{.*}}'clReleaseCommandQueue' waits for a device
  co_return;
}

task copyBad(cl_command_queue q, cl_mem m, cl_event *e) {
  clEnqueueReadBuffer(q, m, CL_TRUE, 0, 64, buffer, 0, nullptr, e); // CHECK: :[[#@LINE]]:{{.*}}'clEnqueueReadBuffer' waits for a device
  clEnqueueSVMMemcpy(q, CL_TRUE, buffer, buffer, 64, 0, nullptr, e); // CHECK: :[[#@LINE]]:{{.*}}'clEnqueueSVMMemcpy' waits for a device
  co_return;
}

task copyOk(cl_command_queue q, cl_mem m, cl_event *e) {
  clEnqueueReadBuffer(q, m, CL_FALSE, 0, 64, buffer, 0, nullptr, e);
  clEnqueueSVMMemcpy(q, CL_FALSE, buffer, buffer, 64, 0, nullptr, e);
  clFlush(q);
  clSetEventCallback(*e, CL_COMPLETE, doneOk, nullptr);
  clSetMemObjectDestructorCallback(m, destroyedOk, nullptr);
  co_return;
}

task compileBad(cl_context c, cl_program p) {
  clBuildProgram(p, 0, nullptr, "", nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'clBuildProgram' waits for a device
  clCompileProgram(p, 0, nullptr, "", 0, nullptr, nullptr, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'clCompileProgram' waits for a device
  clLinkProgram(c, 0, nullptr, "", 1, &p, nullptr, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'clLinkProgram' waits for a device
  co_return;
}

task compileOk(cl_program p) {
  clBuildProgram(p, 0, nullptr, "", builtOk, nullptr);
  co_return;
}
