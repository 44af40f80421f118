// The win32 pack: what runs in which thread.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 --target=x86_64-w64-mingw32 -isystem /usr/share/mingw-w64/include \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#define _WIN32_WINNT 0x0A00
#include <winsock2.h>
#include <windows.h>
#include <process.h>

static void CALLBACK queuedBad(ULONG_PTR u) { Sleep(11); } // CHECK: :[[#@LINE]]:{{.*}}11 ms
static void CALLBACK readBad(DWORD e, DWORD n, OVERLAPPED *o) { Sleep(12); } // CHECK: :[[#@LINE]]:{{.*}}12 ms
static void CALLBACK receivedBad(DWORD e, DWORD n, OVERLAPPED *o, DWORD f) { Sleep(13); } // CHECK: :[[#@LINE]]:{{.*}}13 ms
static void CALLBACK datagramBad(DWORD e, DWORD n, OVERLAPPED *o, DWORD f) { Sleep(14); } // CHECK: :[[#@LINE]]:{{.*}}14 ms

// A thread of its own may wait, and so may one of a pool; a window bears a little.
static DWORD WINAPI threadOk(void *u) { return SleepEx(20, FALSE), 0; }
static void ownOk(void *u) { Sleep(20); }
static void CALLBACK simpleOk(PTP_CALLBACK_INSTANCE i, void *u) { Sleep(20); }
static void CALLBACK ioOk(PTP_CALLBACK_INSTANCE i, void *u, void *o, ULONG e, ULONG_PTR n, PTP_IO io) { Sleep(20); }
static void CALLBACK firedOk(void *u, BOOLEAN timeout) { Sleep(20); }
static BOOL CALLBACK onceOk(PINIT_ONCE o, void *u, void **result) { return TRUE; }
static BOOL CALLBACK eachOk(HWND w, LPARAM p) { return TRUE; }
static void CALLBACK timerOk(HWND w, UINT m, UINT_PTR id, DWORD now) { Sleep(5); }
static LRESULT CALLBACK windowOk(HWND w, UINT m, WPARAM a, LPARAM b) { return Sleep(5), DefWindowProcW(w, m, a, b); }
static INT_PTR CALLBACK dialogOk(HWND w, UINT m, WPARAM a, LPARAM b) { return Sleep(5), FALSE; }
static LRESULT CALLBACK hookOk(int code, WPARAM a, LPARAM b) { return Sleep(5), 0; }
static void CALLBACK fiberOk(void *u) {}

int start(HANDLE h, SOCKET s, OVERLAPPED *o, INIT_ONCE *once) {
  HANDLE made;
  QueueUserAPC(queuedBad, h, 0);
  ReadFileEx(h, NULL, 0, o, readBad);
  WSARecv(s, NULL, 1, NULL, NULL, o, receivedBad);
  WSASendTo(s, NULL, 1, NULL, 0, NULL, 0, o, datagramBad);
  CreateThread(NULL, 0, threadOk, NULL, 0, NULL);
  _beginthread(ownOk, 0, NULL);
  TrySubmitThreadpoolCallback(simpleOk, NULL, NULL);
  CreateThreadpoolIo(h, ioOk, NULL, NULL);
  RegisterWaitForSingleObject(&made, h, firedOk, NULL, 5, 0);
  InitOnceExecuteOnce(once, onceOk, NULL, NULL);
  EnumWindows(eachOk, 0);
  SetTimer(NULL, 1, 5, timerOk);
  SetWindowsHookExW(WH_MOUSE, hookOk, NULL, 0);
  CreateFiber(0, fiberOk, NULL);
  WNDCLASSEXW class = {sizeof class, 0, windowOk};
  RegisterClassExW(&class);
  return DialogBoxParamW(NULL, L"d", NULL, dialogOk, 0);
}

// A loop of its own around messages, descriptors and events.
int WINAPI run(HANDLE port, WSAPOLLFD *fds, WSAEVENT *events) {
  MSG message;
  while (GetMessageW(&message, NULL, 0, 0) > 0)
    DispatchMessageW(&message);
  WSAPoll(fds, 8, -1);
  MsgWaitForMultipleObjectsEx(1, &port, INFINITE, 0, 0);
  return WSAWaitForMultipleEvents(8, events, FALSE, INFINITE, FALSE);
}
