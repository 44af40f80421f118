// The win32 pack: what waits in a completion routine; look-alikes stay silent.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 --target=x86_64-w64-mingw32 -isystem /usr/share/mingw-w64/include \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=win32 %s %S/win32-callbacks.c -- -std=gnu17 --target=x86_64-w64-mingw32 -isystem /usr/share/mingw-w64/include
#define _WIN32_WINNT 0x0A00
#include <winsock2.h>
#include <windows.h>
#include <process.h>
#include <shellapi.h>
#include <urlmon.h>
#include <windns.h>
#include <wininet.h>
#include <ws2tcpip.h>

static HANDLE event, both[2];
static CRITICAL_SECTION critical;
static SRWLOCK srw, rw;
static CONDITION_VARIABLE cond;
static OVERLAPPED overlapped;
static char bytes[100];
static DWORD size;

static void waitingBad(ULONG_PTR unused) {
  Sleep(20);                                    // CHECK: :[[#@LINE]]:{{.*}}'Sleep' sleeps, for 20 ms
  WaitForSingleObject(event, INFINITE);         // CHECK: :[[#@LINE]]:{{.*}}'WaitForSingleObject' waits
  WaitForMultipleObjects(2, both, TRUE, INFINITE); // CHECK: :[[#@LINE]]:{{.*}}'WaitForMultipleObjects' waits
  SignalObjectAndWait(event, event, INFINITE, FALSE); // CHECK: :[[#@LINE]]:{{.*}}'SignalObjectAndWait' waits
  WaitForInputIdle(event, INFINITE);            // CHECK: :[[#@LINE]]:{{.*}}'WaitForInputIdle' waits
  GetOverlappedResult(event, &overlapped, &size, TRUE); // CHECK: :[[#@LINE]]:{{.*}}'GetOverlappedResult' waits
  WaitForThreadpoolWorkCallbacks(NULL, FALSE);  // CHECK: :[[#@LINE]]:{{.*}}'WaitForThreadpoolWorkCallbacks' waits
  EnterCriticalSection(&critical);
  SleepConditionVariableCS(&cond, &critical, INFINITE); // CHECK: :[[#@LINE]]:{{.*}}'SleepConditionVariableCS' waits
  LeaveCriticalSection(&critical);
  WaitOnAddress(bytes, bytes, 1, INFINITE);     // CHECK: :[[#@LINE]]:{{.*}}'WaitOnAddress' waits
}

static void filesBad(ULONG_PTR unused) {
  HANDLE file = CreateFileW(L"f", GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL); // CHECK: :[[#@LINE]]:{{.*}}'CreateFileW' waits for the disk
  ReadFile(file, bytes, 100, &size, NULL);      // CHECK: :[[#@LINE]]:{{.*}}'ReadFile' waits
  FlushFileBuffers(file);                       // CHECK: :[[#@LINE]]:{{.*}}'FlushFileBuffers' waits for the disk
  CopyFileW(L"a", L"b", TRUE);                  // CHECK: :[[#@LINE]]:{{.*}}'CopyFileW' waits for the disk
  DeleteFileA("f");                             // CHECK: :[[#@LINE]]:{{.*}}'DeleteFileA' waits for the disk
  DeviceIoControl(file, 1, NULL, 0, NULL, 0, &size, NULL); // CHECK: :[[#@LINE]]:{{.*}}'DeviceIoControl' waits
  LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK, 0, 1, 0, &overlapped); // CHECK: :[[#@LINE]]:{{.*}}'LockFileEx' waits
  ConnectNamedPipe(event, NULL);                // CHECK: :[[#@LINE]]:{{.*}}'ConnectNamedPipe' waits
  TransactNamedPipe(event, NULL, 0, bytes, 100, &size, NULL); // CHECK: :[[#@LINE]]:{{.*}}'TransactNamedPipe' waits
  CallNamedPipeW(L"p", NULL, 0, bytes, 100, &size, NMPWAIT_WAIT_FOREVER); // CHECK: :[[#@LINE]]:{{.*}}'CallNamedPipeW' waits
  ReadConsoleW(event, bytes, 50, &size, NULL);  // CHECK: :[[#@LINE]]:{{.*}}'ReadConsoleW' waits
  CreateProcessW(L"p", NULL, NULL, NULL, FALSE, 0, NULL, NULL, NULL, NULL); // CHECK: :[[#@LINE]]:{{.*}}'CreateProcessW' waits for another process
}

static void networkBad(ULONG_PTR host) {
  SOCKET s = socket(AF_INET, SOCK_STREAM, 0);
  WSAConnect(s, NULL, 0, NULL, NULL, NULL, NULL); // CHECK: :[[#@LINE]]:{{.*}}'WSAConnect' waits for the network
  WSARecv(s, NULL, 1, &size, &size, NULL, NULL); // CHECK: :[[#@LINE]]:{{.*}}'WSARecv' waits for the network
  WSARecvFrom(s, NULL, 1, &size, &size, NULL, NULL, NULL, NULL); // CHECK: :[[#@LINE]]:{{.*}}'WSARecvFrom' waits for the network
  GetAddrInfoW((void *)host, L"80", NULL, NULL); // CHECK: :[[#@LINE]]:{{.*}}'GetAddrInfoW' waits for a name server
  InternetReadFile(event, bytes, 100, &size);   // CHECK: :[[#@LINE]]:{{.*}}'InternetReadFile' waits for the network
  URLDownloadToFileW(NULL, L"u", L"f", 0, NULL); // CHECK: :[[#@LINE]]:{{.*}}'URLDownloadToFileW' waits for the network
  MessageBoxW(NULL, L"a", L"b", 0);             // CHECK: :[[#@LINE]]:{{.*}}'MessageBoxW' runs a nested event loop
  SendMessageTimeoutW(NULL, 1, 0, 0, 0, 500, NULL); // CHECK: :[[#@LINE]]:{{.*}}'SendMessageTimeoutW' waits
}

// What is opened in an asynchronous session is asynchronous.
static void sessionOk(ULONG_PTR unused) {
  HINTERNET session = InternetOpenW(L"a", 0, NULL, NULL, INTERNET_FLAG_ASYNC);
  HINTERNET server = InternetConnectW(session, L"b", 80, NULL, NULL, 3, 0, 0);
  HINTERNET request = HttpOpenRequestW(server, L"GET", L"/", NULL, NULL, NULL, 0, 0);
  HttpSendRequestW(request, NULL, 0, NULL, 0);
  InternetReadFile(request, bytes, 100, &size);
  InternetReadFile(InternetOpenUrlW(session, L"c", NULL, 0, 0, 0), bytes, 100, &size);
}
static void sessionBad(ULONG_PTR unused) {
  HINTERNET session = InternetOpenA("a", 0, NULL, NULL, 0);
  InternetOpenUrlA(session, "c", NULL, 0, 0, 0); // CHECK: :[[#@LINE]]:{{.*}}'InternetOpenUrlA' waits for the network
}

// No time, an OVERLAPPED, or a non-blocking socket: nobody waits.
static void allOk(ULONG_PTR unused) {
  Sleep(0);
  WaitForSingleObject(event, 0);
  WaitForMultipleObjects(2, both, TRUE, 0);
  GetOverlappedResult(event, &overlapped, &size, FALSE);
  ReadFile(event, bytes, 100, NULL, &overlapped);
  WSARecv(socket(AF_INET, SOCK_STREAM, 0), NULL, 1, NULL, &size, &overlapped, NULL);
  LockFileEx(event, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &overlapped);
  LockFile(event, 0, 0, 1, 0);
  u_long one = 1;
  SOCKET s = socket(AF_INET, SOCK_STREAM, 0), other = socket(AF_INET, SOCK_STREAM, 0);
  ioctlsocket(s, FIONBIO, &one);
  WSAConnect(s, NULL, 0, NULL, NULL, NULL, NULL);
  WSAEventSelect(other, event, FD_READ);
  WSAConnect(other, NULL, 0, NULL, NULL, NULL, NULL);
  AcquireSRWLockExclusive(&srw);
  ReleaseSRWLockExclusive(&srw);
  AcquireSRWLockShared(&rw);
  ReleaseSRWLockShared(&rw);
  if (TryAcquireSRWLockShared(&rw))
    ReleaseSRWLockShared(&rw);
  if (TryEnterCriticalSection(&critical))
    LeaveCriticalSection(&critical);
  PostMessageW(NULL, 1, 0, 0);
}

void start(void) {
  QueueUserAPC(waitingBad, event, 0);
  QueueUserAPC(filesBad, event, 0);
  QueueUserAPC(networkBad, event, 0);
  QueueUserAPC(allOk, event, 0);
  QueueUserAPC(sessionOk, event, 0);
  QueueUserAPC(sessionBad, event, 0);
}
