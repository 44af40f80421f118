// Headers that the qcoro pack is about.
#include <QCoro/QCoroCore>
#include <QCoro/QCoroGenerator>
#include <QCoro/QCoroNetwork>
