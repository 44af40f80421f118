// The qt-widgets pack: a dialog keeps the GUI alive while it waits, but not those who wait for a lock.
// RUN: waitwise check --fail-on none %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=qt-widgets %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6
#include <QtCore/QMutex>
#include <QtCore/QTimer>
#include <QtGui/QtGui>
#include <QtNetwork/QPasswordDigestor>
#include <QtWidgets/QtWidgets>
#include <unistd.h>

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

// Menus, tool bars and shortcuts, with slots in texts and without.
class Editor : public QObject {
  Q_OBJECT
public:
  Editor(QMenu *menu, QToolBar *bar, QWidget *window) {
    menu->addAction("Open", this, SLOT(openBad()));
    menu->addAction(QIcon(), "Save", this, SLOT(saveBad()));
    menu->addAction("Quit", this, [] { sleep(4); }); // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 4 s, and blocks the GUI thread
    bar->addAction("Print", this, &Editor::printBad);
    new QShortcut(QKeySequence("F5"), this, SLOT(refreshBad()));
    (new QFileDialog(window))->open(this, SLOT(chosenBad(QString)));
  }
public slots:
  void openBad() { sleep(5); }                 // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 5 s, and blocks the GUI thread
  void saveBad() { sleep(6); }                 // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 6 s
  void printBad() { sleep(7); }                // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 7 s
  void refreshBad() { sleep(8); }              // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 8 s
  void chosenBad(const QString &) { sleep(9); } // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 9 s
  void otherOk() { sleep(10); }
};

struct Wizard {
  int exec() { return 0; }
};
void look_alikesOk(Wizard *wizard) {
  QMutexLocker locker(&mutex);
  wizard->exec();
}
