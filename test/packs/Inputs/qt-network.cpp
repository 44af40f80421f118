// Headers that the qt-network pack is about.
#include <QtDBus/QtDBus>
#include <QtNetwork/QtNetwork>
