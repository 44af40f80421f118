// Headers that the qt-threads pack is about.
#include <QtConcurrent/QtConcurrent>
#include <QtCore/QtCore>
