//===- unit/CompileCommandsTest.cpp - databases of every kind -------------===//
#include "extract/CompileCommands.h"

#include "TempDir.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <unistd.h>

using namespace llvm;
using namespace waitwise;
using namespace waitwise::test;

namespace {

class CompileCommandsTest : public testing::Test {
protected:
  /// \p Entries as a database; DIR stands for the folder of the test.
  void database(std::string Entries, StringRef Name = "compile_commands.json") {
    Dir.write(Name, named("[" + Entries + "]"));
  }
  std::string named(std::string Text) const {
    for (size_t At; (At = Text.find("DIR")) != std::string::npos;)
      Text.replace(At, 3, Dir.path());
    return Text;
  }
  CommandRequest request(std::vector<std::string> Files = {}) const {
    CommandRequest R;
    R.Directory = Dir.path();
    R.Files = std::move(Files);
    return R;
  }
  /// "FILE: ARGS" for each job, relative to DIR.
  std::vector<std::string> jobs(const CommandRequest &R) {
    Expected<CommandSet> Set = findCommands(R);
    if (!Set)
      return {toString(Set.takeError())};
    Notes = Set->Notes;
    Database = Set->Database;
    std::vector<std::string> Jobs;
    for (const ExtractJob &J : Set->Jobs) {
      EXPECT_EQ(J.Args.back(), J.File);
      Jobs.push_back(J.File + ": " + join(ArrayRef(J.Args).drop_back(), " "));
    }
    return Jobs;
  }
  std::vector<std::string> jobs() { return jobs(request()); }
  /// The command of the only job.
  std::string job(const CommandRequest &R) {
    std::vector<std::string> Jobs = jobs(R);
    EXPECT_EQ(Jobs.size(), 1u);
    return Jobs.empty() ? "" : Jobs.front();
  }
  /// The flags that \p Command becomes.
  std::string cleaned(StringRef Command, StringRef File = "a.cpp") {
    std::string Quoted;
    for (char C : Command)
      Quoted +=
          C == '"' || C == '\\' ? std::string("\\") + C : std::string(1, C);
    database(R"({"directory": "DIR", "file": ")" + File.str() +
             R"(", "command": ")" + Quoted + R"("})");
    std::string Job = job(request());
    StringRef Text = Job;
    EXPECT_TRUE(Text.consume_front(Dir.path(File) + ": ")) << Job;
    return Text.str();
  }
  std::string errorOf(const CommandRequest &R) {
    Expected<CommandSet> Set = findCommands(R);
    return Set ? "no error" : toString(Set.takeError());
  }

  TempDir Dir;
  std::vector<std::string> Notes;
  std::string Database;
};

using Strings = std::vector<std::string>;

TEST_F(CompileCommandsTest, ReadsBothForms) {
  database(R"(
    {"directory": "DIR", "file": "b.c", "command": "cc -DX='1 2' -c b.c"},
    {"directory": "DIR", "file": "a.cpp",
     "arguments": ["c++", "-DX=1 2", "-c", "a.cpp"], "output": "a.o"})");
  EXPECT_EQ(jobs(), Strings({Dir.path("a.cpp") + ": clang++ -DX=1 2",
                             Dir.path("b.c") + ": clang -DX=1 2"}));
  EXPECT_EQ(Database, Dir.path("compile_commands.json"));
  EXPECT_EQ(Notes, Strings());
}

TEST_F(CompileCommandsTest, MakesPathsAbsolute) {
  database(R"({"directory": "sub/../build", "file": "../src/./a.cpp",
               "command": "c++ -I../inc -c ../src/a.cpp"})",
           "db/compile_commands.json");
  CommandRequest R = request();
  R.Database = "db";
  Expected<CommandSet> Set = findCommands(R);
  ASSERT_TRUE(bool(Set)) << toString(Set.takeError());
  EXPECT_EQ(Set->Jobs[0].File, Dir.path("db/src/a.cpp"));
  EXPECT_EQ(Set->Jobs[0].Directory, Dir.path("db/build"));
  EXPECT_EQ(Set->Jobs[0].ResourceDir, resourceDirectory());
}

TEST_F(CompileCommandsTest, AnalysesEachDistinctCommandOnce) {
  std::string One =
      R"({"directory": "DIR", "file": "a.c", "command": "cc -c a.c -o 1.o"})";
  std::string Same =
      R"({"directory": "DIR", "file": "a.c", "command": "cc -c a.c -o 2.o"})";
  std::string Other =
      R"({"directory": "DIR", "file": "a.c", "command": "cc -DB -c a.c"})";
  database(Other + "," + One + "," + Same);
  EXPECT_EQ(jobs(), Strings({Dir.path("a.c") + ": clang -DB",
                             Dir.path("a.c") + ": clang"}));
}

TEST_F(CompileCommandsTest, HandsThirdPartyOn) {
  database(R"({"directory": "DIR", "file": "a.c", "command": "cc a.c"})");
  CommandRequest R = request();
  R.ThirdParty = {"/third/**"};
  EXPECT_EQ(cantFail(findCommands(R)).Jobs[0].ThirdParty, R.ThirdParty);
}

TEST_F(CompileCommandsTest, DropsOutputs) {
  EXPECT_EQ(cleaned("g++ -O2 -g -o a.o -c a.cpp -MD -MT a.o -MF a.d -MMD -MP"),
            "clang++ -O2 -g");
  EXPECT_EQ(cleaned("g++ -oa.o -S -E -save-temps -Wp,-MD,x.d,-MP a.cpp -v"),
            "clang++");
  EXPECT_EQ(cleaned("g++ a.cpp -shared -lfoo -Lbar -Wl,-z,now other.o"),
            "clang++");
  EXPECT_EQ(Notes, Strings());
}

TEST_F(CompileCommandsTest, DropsErrorsForWarnings) {
  EXPECT_EQ(
      cleaned("g++ -Wall -Werror -Werror=format -pedantic-errors -c a.cpp"),
      "clang++ -Wall");
}

TEST_F(CompileCommandsTest, DropsPrecompiledHeaders) {
  EXPECT_EQ(cleaned("clang++ -include-pch a.pch -Xclang -include-pch -Xclang "
                    "b.pch -Xclang -include -Xclang b.h -c a.cpp"),
            "clang++ -Xclang -include -Xclang b.h");
}

TEST_F(CompileCommandsTest, RunsNoPlugins) {
  EXPECT_EQ(cleaned("clang++ -fplugin=evil.so -fplugin-arg-evil-x "
                    "-fpass-plugin=evil.so -Xclang -load -Xclang evil.so "
                    "-Xclang -add-plugin -Xclang evil -Xclang "
                    "-plugin-arg-evil -Xclang x -Xclang -fcoroutines -c a.cpp"),
            "clang++ -Xclang -fcoroutines");
}

TEST_F(CompileCommandsTest, NotesUnknownFlagsOnceForEachKind) {
  database(R"(
    {"directory": "DIR", "file": "a.cpp",
     "command": "g++ -fconserve-stack -fabi-thing=3 -O2 -c a.cpp"},
    {"directory": "DIR", "file": "b.cpp",
     "command": "g++ -fno-gcse -fabi-thing=4 -mno-such -std=c++59 -c b.cpp"})");
  EXPECT_EQ(jobs(), Strings({Dir.path("a.cpp") + ": clang++ -O2",
                             Dir.path("b.cpp") + ": clang++ -fno-gcse"}));
  EXPECT_EQ(
      Notes,
      Strings(
          {"flag '-fabi-thing=' is not known to clang and was dropped (2 "
           "commands)",
           "flag '-fconserve-stack' is not known to clang and was dropped (1 "
           "command)",
           "flag '-mno-such' is not known to clang and was dropped (1 command)",
           "flag '-std=c++59' is not known to clang and was dropped (1 "
           "command)"}));
}

TEST_F(CompileCommandsTest, DropsWhatClangRefuses) {
  EXPECT_EQ(cleaned("g++ -O1 -march=no-such-cpu -fsanitize=bounds-strict,leak "
                    "-mfloat-abi=softfp -c a.cpp"),
            "clang++ -O1");
  EXPECT_EQ(
      Notes,
      Strings({"flag '-fsanitize=bounds-strict,leak' was dropped: unsupported "
               "argument 'bounds-strict' to option '-fsanitize=' (1 command)",
               "flag '-march=no-such-cpu' was dropped: unknown target CPU "
               "'no-such-cpu' (1 command)",
               "flag '-mfloat-abi=softfp' was dropped: unsupported option "
               "'-mfloat-abi=' for target 'x86_64-pc-linux-gnu' (1 command)"}));
  EXPECT_EQ(cleaned("arm-linux-gnueabihf-g++ -mfloat-abi=softfp -c a.cpp"),
            "clang++ --target=arm-linux-gnueabihf -mfloat-abi=softfp");
}

TEST_F(CompileCommandsTest, UnwrapsCompilers) {
  EXPECT_EQ(cleaned("ccache distcc g++ -O1 -c a.cpp"), "clang++ -O1");
  EXPECT_EQ(cleaned("env A=1 B=2 icecc gcc -O1 -c a.cpp"), "clang -O1");
  EXPECT_EQ(cleaned("/usr/lib/ccache/c++ -O1 -c a.cpp"), "clang++ -O1");
}

TEST_F(CompileCommandsTest, TakesTheTargetFromTheCompilersName) {
  EXPECT_EQ(cleaned("arm-linux-gnueabihf-g++-12 -O1 -c a.cpp"),
            "clang++ --target=arm-linux-gnueabihf -O1");
  EXPECT_EQ(cleaned("arm-linux-gnueabihf-g++ --target=x86_64-linux-gnu a.cpp"),
            "clang++ --target=x86_64-linux-gnu");
  EXPECT_EQ(cleaned("my-own-g++ a.cpp"), "clang++");
}

TEST_F(CompileCommandsTest, TranslatesCudaFlags) {
  EXPECT_EQ(cleaned("nvcc -ccbin g++ -gencode arch=compute_70,code=sm_70 "
                    "-Xcompiler=-fPIC,-Wall -Xcompiler -O1 -rdc=true "
                    "--expt-relaxed-constexpr -std=c++17 -x cu -c a.cu",
                    "a.cu"),
            "clang++ -fPIC -Wall -O1 -std=c++17 --cuda-host-only -nocudainc "
            "-nocudalib -x cuda");
  EXPECT_EQ(Notes, Strings());
}

TEST_F(CompileCommandsTest, ExpandsResponseFiles) {
  Dir.write("flags.rsp", "-DA='b c' -I inc");
  EXPECT_EQ(cleaned("g++ @flags.rsp -c a.cpp"), "clang++ -DA=b c -I inc");
  EXPECT_EQ(cleaned("g++ @gone.rsp -c a.cpp"), "clang++");
  EXPECT_EQ(Notes, Strings({"response file '" + Dir.path("gone.rsp") +
                            "' cannot be read, its flags are missing (1 "
                            "command)"}));
}

TEST_F(CompileCommandsTest, KeepsLanguages) {
  EXPECT_EQ(cleaned("gcc -x c++ -c a.c", "a.c"), "clang -x c++");
  EXPECT_EQ(cleaned("g++ -c a.c", "a.c"), "clang++");
  EXPECT_EQ(cleaned("gcc -xc -c a.weird", "a.weird"), "clang -x c");
}

TEST_F(CompileCommandsTest, SkipsOtherLanguages) {
  database(R"(
    {"directory": "DIR", "file": "a.S", "command": "gcc -c a.S"},
    {"directory": "DIR", "file": "b.s", "command": "as b.s"},
    {"directory": "DIR", "file": "c.cpp",
     "command": "g++ -x assembler-with-cpp -c c.cpp"},
    {"directory": "DIR", "file": "d.c", "command": "gcc -c d.c"})");
  EXPECT_EQ(jobs(), Strings({Dir.path("d.c") + ": clang"}));
  EXPECT_EQ(
      Notes,
      Strings({"skipped 3 files of '" + Dir.path("compile_commands.json") +
               "' that are neither C nor C++: '" + Dir.path("a.S") + "', …"}));
  database(R"({"directory": "DIR", "file": "a.S", "command": "gcc a.S"})");
  EXPECT_EQ(errorOf(request()),
            Dir.path("compile_commands.json") + ": no file in it is C or C++");
}

TEST_F(CompileCommandsTest, SelectsFiles) {
  Dir.write("a.cpp", "");
  Dir.write("sub/b.cpp", "");
  database(R"(
    {"directory": "DIR", "file": "a.cpp", "command": "g++ -DA a.cpp"},
    {"directory": "DIR", "file": "sub/b.cpp", "command": "g++ -DB b.cpp"})");
  EXPECT_EQ(jobs(request({"./sub/../a.cpp"})),
            Strings({Dir.path("a.cpp") + ": clang++ -DA"}));
  EXPECT_EQ(jobs(request({"sub"})),
            Strings({Dir.path("sub/b.cpp") + ": clang++ -DB"}));
  EXPECT_EQ(jobs(request({"a.cpp", Dir.path("a.cpp")})).size(), 1u);
}

TEST_F(CompileCommandsTest, SeesThroughLinks) {
  Dir.write("a.cpp", "");
  ASSERT_EQ(::symlink(Dir.path().c_str(), Dir.path("link").c_str()), 0);
  database(R"({"directory": "DIR", "file": "a.cpp", "command": "g++ -DA x"})");
  EXPECT_EQ(jobs(request({"link/a.cpp"})),
            Strings({Dir.path("a.cpp") + ": clang++ -DA"}));
}

TEST_F(CompileCommandsTest, InfersCommandsForNewSources) {
  Dir.write("src/new.cpp", "");
  Dir.write("src/plain.c", "");
  database(R"(
    {"directory": "DIR", "file": "lib/x.cpp", "command": "g++ -DLIB x.cpp"},
    {"directory": "DIR", "file": "src/y.cpp",
     "command": "g++ -std=c++20 -DSRC y.cpp"},
    {"directory": "DIR", "file": "z.c", "command": "gcc -std=c99 -DC z.c"})");
  EXPECT_EQ(job(request({"src/new.cpp"})),
            Dir.path("src/new.cpp") + ": clang++ -std=c++20 -DSRC");
  EXPECT_EQ(Notes, Strings({"'" + Dir.path("src/new.cpp") +
                            "' is not in the compilation database; it is read "
                            "as '" +
                            Dir.path("src/y.cpp") + "' is"}));
  EXPECT_EQ(job(request({"src/plain.c"})),
            Dir.path("src/plain.c") + ": clang -std=c99 -DC");
}

TEST_F(CompileCommandsTest, InfersAcrossLanguagesIfItMust) {
  Dir.write("plain.c", "");
  database(R"({"directory": "DIR", "file": "x.cpp",
               "command": "g++ -std=c++20 -DX x.cpp"})");
  EXPECT_EQ(job(request({"plain.c"})), Dir.path("plain.c") + ": clang -DX");
}

TEST_F(CompileCommandsTest, ReadsHeadersAsTheirSourcesDo) {
  Dir.write("inc/queue.h", "");
  Dir.write("inc/list.h", "");
  Dir.write("inc/other.hpp", "");
  Dir.write("src/queue.cpp", "");
  Dir.write("zzz/uses.c", "  # include <inc/list.h>\n");
  database(R"(
    {"directory": "DIR", "file": "inc/near.cpp", "command": "g++ -DNEAR x"},
    {"directory": "DIR", "file": "src/queue.cpp", "command": "g++ -DQ x"},
    {"directory": "DIR", "file": "zzz/uses.c", "command": "gcc -DUSES x"})");
  EXPECT_EQ(job(request({"inc/queue.h"})),
            Dir.path("inc/queue.h") + ": clang++ -DQ -x c++-header");
  EXPECT_EQ(job(request({"inc/list.h"})),
            Dir.path("inc/list.h") + ": clang -DUSES -x c-header");
  EXPECT_EQ(job(request({"inc/other.hpp"})),
            Dir.path("inc/other.hpp") + ": clang++ -DNEAR -x c++-header");
}

TEST_F(CompileCommandsTest, UsesFixedFlags) {
  Dir.write("a.cpp", "");
  Dir.write("b.c", "");
  Dir.write("c.h", "");
  CommandRequest R = request({"a.cpp", "b.c", "c.h"});
  R.Flags = {"-O1", "-Iinc"};
  EXPECT_EQ(jobs(R),
            Strings({Dir.path("a.cpp") + ": clang++ -O1 -Iinc",
                     Dir.path("b.c") + ": clang -O1 -Iinc",
                     Dir.path("c.h") + ": clang++ -O1 -Iinc -x c++-header"}));
  R.Files = {"c.h"};
  R.Flags = {"-std=c11"};
  EXPECT_EQ(job(R), Dir.path("c.h") + ": clang -std=c11 -x c-header");
  R.Flags = {"-x", "c"};
  EXPECT_EQ(job(R), Dir.path("c.h") + ": clang -x c");
  R.Files = {"a.cpp"};
  R.Flags = Strings();
  EXPECT_EQ(job(R), Dir.path("a.cpp") + ": clang++");
}

TEST_F(CompileCommandsTest, RefusesFixedFlagsWithoutAFile) {
  CommandRequest R = request();
  R.Flags = {"-O1"};
  EXPECT_EQ(errorOf(R), "flags after '--' need a source file before it");
  R.Files = {"."};
  EXPECT_EQ(errorOf(R),
            "'" + Dir.path() + "' is a folder; with '--' name its files");
}

TEST_F(CompileCommandsTest, FindsDatabasesAbove) {
  Dir.write("p/src/deep/a.cpp", "");
  std::string Entry =
      R"({"directory": "DIR/p", "file": "src/deep/a.cpp", "command": "g++ -D)";
  database(Entry + R"(BUILD x"})", "p/build/compile_commands.json");
  EXPECT_EQ(job(request({"p/src/deep/a.cpp"})),
            Dir.path("p/src/deep/a.cpp") + ": clang++ -DBUILD");
  CommandRequest R = request();
  R.Directory = Dir.path("p/src");
  EXPECT_EQ(jobs(R).size(), 1u);
  database(Entry + R"(HERE x"})", "p/compile_commands.json");
  EXPECT_EQ(job(request({"p/src/deep/a.cpp"})),
            Dir.path("p/src/deep/a.cpp") + ": clang++ -DHERE");
  EXPECT_EQ(Database, Dir.path("p/compile_commands.json"));
}

TEST_F(CompileCommandsTest, FindsEachFilesOwnDatabase) {
  for (std::string P : {"p", "q"}) {
    Dir.write(P + "/a.cpp", "");
    database(R"({"directory": ".", "file": "a.cpp", "command": "g++ -D)" + P +
                 R"( x"})",
             P + "/compile_commands.json");
  }
  EXPECT_EQ(jobs(request({"q/a.cpp", "p/a.cpp"})),
            Strings({Dir.path("p/a.cpp") + ": clang++ -Dp",
                     Dir.path("q/a.cpp") + ": clang++ -Dq"}));
}

TEST_F(CompileCommandsTest, ReadsFlagFiles) {
  Dir.write("p/compile_flags.txt", "-O1\n\n  -DX=a b\n-xc++\n");
  Dir.write("p/a.c", "");
  EXPECT_EQ(job(request({"p/a.c"})),
            Dir.path("p/a.c") + ": clang++ -O1 -DX=a b -x c++");
  CommandRequest R = request();
  R.Directory = Dir.path("p");
  EXPECT_EQ(errorOf(R), Dir.path("p/compile_flags.txt") +
                            ": names no files; say which to analyse");
}

TEST_F(CompileCommandsTest, SaysThatThereIsNone) {
  Dir.write("a.cpp", "");
  EXPECT_EQ(errorOf(request({"a.cpp"})),
            "there is no compile_commands.json in '" + Dir.path() +
                "', the folders above it or their 'build'; name one with "
                "'-p', or give flags after '--'");
}

TEST_F(CompileCommandsTest, NamesMissingFiles) {
  EXPECT_EQ(errorOf(request({"gone.cpp"})),
            "'gone.cpp': No such file or directory");
  CommandRequest R = request();
  R.Database = "gone";
  EXPECT_EQ(errorOf(R), Dir.path("gone") + ": No such file or directory");
  R.Database = ".";
  EXPECT_EQ(errorOf(R), Dir.path() +
                            ": there is no compile_commands.json in this "
                            "folder");
  Dir.write("sub/x", "");
  database(R"({"directory": "DIR", "file": "a.c", "command": "cc a.c"})");
  EXPECT_EQ(errorOf(request({"sub"})),
            "'" + Dir.path("sub") + "': no file in this folder is in '" +
                Dir.path("compile_commands.json") + "'");
}

TEST_F(CompileCommandsTest, LocatesMistakes) {
  std::string File = Dir.path("compile_commands.json");
  auto Message = [&](StringRef Text) {
    Dir.write("compile_commands.json", Text);
    StringRef Error;
    std::string Whole = errorOf(request());
    Error = Whole;
    EXPECT_TRUE(Error.consume_front(File + ":")) << Whole;
    return Error.str();
  };
  EXPECT_EQ(Message("[\n {\"file\": \"a.c\",\n \"command\" \"cc\"}]"),
            "3:12: not JSON: expected : after object key");
  EXPECT_EQ(Message(""), "1: not JSON: unexpected EOF");
  EXPECT_EQ(Message("{}"), "1:1: not a list of compile commands");
  EXPECT_EQ(Message("[]"), " the compilation database is empty");
  EXPECT_EQ(Message("[\n  {\"command\": \"cc a.c\"}\n]"),
            "2:3: entry 1 has no 'file'");
  std::string Good = "[{\"file\": \"a.c\", \"command\": \"cc a.c\"},\n";
  EXPECT_EQ(Message(Good + "\n    {\"file\": \"b]\\\"{.c\"}]"),
            "3:5: entry 2 has neither 'command' nor 'arguments'");
  EXPECT_EQ(Message("[{\"file\": \"a.c\", \"command\": \" \"}]"),
            "1:2: entry 1 has an empty command");
  EXPECT_EQ(Message("[{\"file\": \"a.c\", \"arguments\": []}]"),
            "1:2: entry 1 has an empty command");
  EXPECT_EQ(Message("[{\"file\": \"a.c\", \"command\": 7}]"),
            "1:2: entry 1 has a 'command' that is no string");
  EXPECT_EQ(Message("[{\"file\": \"a.c\", \"arguments\": [\"cc\", 7]}]"),
            "1:2: entry 1 has 'arguments' that are no list of strings");
  EXPECT_EQ(Message("[{\"file\": \"a.c\", \"directory\": [], "
                    "\"command\": \"cc\"}]"),
            "1:2: entry 1 has a 'directory' that is no string");
  EXPECT_EQ(Message("[7]"), " entry 1 is no object");
  EXPECT_EQ(Message(std::string(1000000, '[')),
            " nested too deeply for a compilation database");
}

TEST(ResourceDirectory, HasClangsHeaders) {
  EXPECT_TRUE(sys::fs::exists(resourceDirectory() + "/include/stddef.h"));
}

} // namespace
