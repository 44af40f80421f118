// Headers that the qt pack is about.
#include <QtCore/QtCore>
#include <QtDBus/QtDBus>
#include <QtGui/QtGui>
#include <QtNetwork/QtNetwork>
#include <QtWidgets/QtWidgets>
