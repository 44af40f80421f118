// What the cuda pack needs of the runtime compiler, after its documentation.
#pragma once

typedef enum { NVRTC_SUCCESS = 0 } nvrtcResult;
typedef struct _nvrtcProgram *nvrtcProgram;

extern "C" nvrtcResult nvrtcCompileProgram(nvrtcProgram, int, const char *const *);
