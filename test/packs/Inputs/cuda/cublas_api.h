// What the cuda pack needs of cuBLAS, after its documentation.
#pragma once

typedef enum { CUBLAS_STATUS_SUCCESS = 0 } cublasStatus_t;

extern "C" {
cublasStatus_t cublasGetMatrix(int, int, int, const void *, int, void *, int);
cublasStatus_t cublasSetMatrix(int, int, int, const void *, int, void *, int);
cublasStatus_t cublasGetVector(int, int, const void *, int, void *, int);
cublasStatus_t cublasSetVector(int, int, const void *, int, void *, int);
}
