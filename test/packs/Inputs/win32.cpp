// Headers that the win32 pack is about.
#define _WIN32_WINNT 0x0A00
#include <winsock2.h>
#include <ws2tcpip.h>
#include <windows.h>
#include <process.h>
#include <shellapi.h>
#include <urlmon.h>
#include <windns.h>
#include <wininet.h>
