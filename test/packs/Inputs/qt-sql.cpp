// Headers that the qt-sql pack is about.
#include <QtSql/QtSql>
