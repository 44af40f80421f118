//===- store/BuildId.cpp - which build of the tool is running? ------------===//
//
// The id stands in an ELF note of the main program, which the dynamic linker
// names first.
//
//===----------------------------------------------------------------------===//
#include "store/BuildId.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"

#include <link.h>

using namespace llvm;

/// The build id among the notes in \p Notes.
static StringRef findBuildId(StringRef Notes) {
  while (Notes.size() >= sizeof(ElfW(Nhdr))) {
    auto *Note = reinterpret_cast<const ElfW(Nhdr) *>(Notes.data());
    size_t NameAt = sizeof(*Note);
    size_t TextAt = NameAt + alignTo(Note->n_namesz, 4);
    size_t Next = TextAt + alignTo(Note->n_descsz, 4);
    if (Next > Notes.size())
      break;
    if (Note->n_type == NT_GNU_BUILD_ID &&
        Notes.substr(NameAt, Note->n_namesz) == StringRef("GNU\0", 4))
      return Notes.substr(TextAt, Note->n_descsz);
    Notes = Notes.drop_front(Next);
  }
  return "";
}

std::string waitwise::buildId() {
  std::string Id;
  ::dl_iterate_phdr(
      [](dl_phdr_info *Program, size_t, void *Out) {
        for (unsigned I = 0; I != Program->dlpi_phnum; ++I) {
          const ElfW(Phdr) &Segment = Program->dlpi_phdr[I];
          if (Segment.p_type != PT_NOTE)
            continue;
          auto *Begin = reinterpret_cast<const char *>(Program->dlpi_addr +
                                                       Segment.p_vaddr);
          StringRef Found = findBuildId(StringRef(Begin, Segment.p_memsz));
          if (!Found.empty())
            *static_cast<std::string *>(Out) = toHex(Found, /*LowerCase=*/true);
        }
        return 1; // The first is the program itself.
      },
      &Id);
  return Id;
}
