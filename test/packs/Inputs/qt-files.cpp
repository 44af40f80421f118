// Headers that the qt-files pack is about.
#include <QtConcurrent/QtConcurrent>
#include <QtCore/QtCore>
