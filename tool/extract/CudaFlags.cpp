//===- extract/CudaFlags.cpp - nvcc's flags as clang's --------------------===//
//
// nvcc writes "--flag value", "--flag=value" and short forms of many flags.
// The lists are those of the CUDA compiler driver's manual, release 12
// (https://docs.nvidia.com/cuda/cuda-compiler-driver-nvcc/).
//
//===----------------------------------------------------------------------===//
#include "extract/CudaFlags.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace {

/// Flags that take a value and say nothing about host code.
constexpr StringRef Valued[] = {
    "-gencode",
    "--generate-code",
    "-arch",
    "--gpu-architecture",
    "-code",
    "--gpu-code",
    "-ccbin",
    "--compiler-bindir",
    "-Xptxas",
    "--ptxas-options",
    "-Xlinker",
    "--linker-options",
    "-Xcudafe",
    "-Xfatbin",
    "-Xnvlink",
    "--nvlink-options",
    "-Xarchive",
    "--archive-options",
    "-t",
    "--threads",
    "-maxrregcount",
    "--maxrregcount",
    "-cudart",
    "--cudart",
    "-diag-suppress",
    "--diag-suppress",
    "-rdc",
    "--relocatable-device-code",
    "-default-stream",
    "--default-stream",
    "-ftz",
    "-prec-div",
    "-prec-sqrt",
    "-fmad",
    "-odir",
    "--output-directory",
};

/// Flags without a value that say nothing about host code.
constexpr StringRef Plain[] = {
    "-dc",
    "--device-c",
    "-dw",
    "--device-w",
    "-G",
    "--device-debug",
    "-lineinfo",
    "--generate-line-info",
    "-dlto",
    "--dlink-time-opt",
    "-use_fast_math",
    "--use_fast_math",
    "-expt-extended-lambda",
    "--expt-extended-lambda",
    "-expt-relaxed-constexpr",
    "--expt-relaxed-constexpr",
    "-extended-lambda",
    "--extended-lambda",
    "-forward-unknown-to-host-compiler",
    "--forward-unknown-to-host-compiler",
};

/// Flags that hand a list to the host compiler.
constexpr StringRef Host[] = {"-Xcompiler", "--compiler-options"};

} // namespace

void waitwise::translateCudaFlags(std::vector<std::string> &Words) {
  std::vector<std::string> Result;
  bool IsDevice = false;
  for (size_t I = 0; I != Words.size(); ++I) {
    auto [Name, Value] = StringRef(Words[I]).split('=');
    bool HasValue = Name.size() < Words[I].size();
    bool TakesValue = is_contained(Valued, Name) || is_contained(Host, Name);
    if (TakesValue && !HasValue && I + 1 < Words.size())
      Value = Words[++I];
    if (is_contained(Host, Name)) {
      for (StringRef Flag : split(Value, ','))
        Result.push_back(Flag.str());
    } else if (!TakesValue && !is_contained(Plain, Name)) {
      IsDevice |= sys::path::extension(Words[I]) == ".cu" || Words[I] == "cu";
      Result.push_back(Words[I] == "cu" ? "cuda" : Words[I]);
    }
  }
  // The installation of CUDA is not asked for; its headers may be missing.
  if (IsDevice)
    Result.insert(Result.end(),
                  {"--cuda-host-only", "-nocudainc", "-nocudalib"});
  Words = std::move(Result);
}
