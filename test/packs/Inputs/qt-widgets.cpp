// Headers that the qt-widgets pack is about.
#include <QtNetwork/QtNetwork>
#include <QtPrintSupport/QtPrintSupport>
#include <QtWidgets/QtWidgets>
