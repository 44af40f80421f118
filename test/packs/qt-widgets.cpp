// The qt-widgets pack: a dialog keeps the GUI alive while it waits, but not those who wait for a lock.
// RUN: waitwise check --fail-on none %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=qt-widgets %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6
#include <QtCore/QMutex>
#include <QtCore/QTimer>
#include <QtGui/QtGui>
#include <QtNetwork/QPasswordDigestor>
#include <QtWidgets/QtWidgets>

QMutex mutex;

void takenOk(QTimer *timer) {
  QObject::connect(timer, &QTimer::timeout, [] {
    QMutexLocker locker(&mutex); // CHECK: :[[#@LINE]]:{{.*}}'QMutexLocker::QMutexLocker' waits for a lock, without limit
  });
}

void lockedBad(QDialog *dialog) {
  QMutexLocker locker(&mutex);
  dialog->exec();               // CHECK: :[[#@LINE]]:{{.*}}'QDialog::exec' runs a nested event loop, without limit, while 'mutex' is held
}

void dialogsOk(QPushButton *button, QTimer *timer, QObject *object, QWidget *window) {
  QObject::connect(button, &QPushButton::clicked, window, [=] {
    QMessageBox::information(window, "a", "b");
    QFileDialog::getOpenFileName(window);
    QInputDialog::getText(window, "a", "b");
    QColorDialog::getColor();
    QFontDialog::getFont(nullptr);
    QMenu().exec(QPoint());
    QDialog(window).open();
  });
  QObject::connect(timer, &QTimer::timeout, object, [=] {
    QMessageBox box(window);
    box.exec();
  });
}

void workOk(QByteArray bytes, QString name) {
  QImage image(name);
  image.save(name);
  image.loadFromData(bytes);
  QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
  qUncompress(qCompress(bytes));
  QJsonDocument::fromJson(bytes);
  QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha256, bytes, bytes, 100000, 32);
}

struct Wizard {
  int exec() { return 0; }
};
void look_alikesOk(Wizard *wizard) {
  QMutexLocker locker(&mutex);
  wizard->exec();
}
