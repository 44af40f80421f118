//===- support/Error.cpp - errors that tell the whole story ---------------===//
//
// All errors are llvm::StringError without an error code: no caller tells
// them apart by kind, every reader wants the sentence.
//
//===----------------------------------------------------------------------===//
#include "support/Error.h"

using namespace llvm;

Error waitwise::failure(const Twine &Text) {
  return make_error<StringError>(Text, inconvertibleErrorCode());
}

Error waitwise::located(StringRef File, unsigned Line, unsigned Column,
                        const Twine &Text) {
  if (Line == 0)
    return failure(File + ": " + Text);
  if (Column == 0)
    return failure(File + ":" + Twine(Line) + ": " + Text);
  return failure(File + ":" + Twine(Line) + ":" + Twine(Column) + ": " + Text);
}

Error waitwise::withContext(Error E, const Twine &Context) {
  if (!E)
    return Error::success();
  std::string Text;
  handleAllErrors(std::move(E), [&](const ErrorInfoBase &Info) {
    if (!Text.empty())
      Text += "; ";
    Text += Info.message();
  });
  return failure(Context + ": " + Text);
}
