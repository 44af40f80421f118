// The qt pack: event handlers, models, delegates and slots of widgets run in the GUI's thread.
// RUN: waitwise dump contexts %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 \
// RUN:   | FileCheck %s --implicit-check-not='{{^[a-z-]+ }}'
#include <QtCore/QAbstractNativeEventFilter>
#include <QtCore/QSortFilterProxyModel>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtGui/QRasterWindow>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGraphicsItem>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyledItemDelegate>

// CHECK: event-loop Application::notify: overrides 'QCoreApplication::notify'
struct Application : QApplication {
  using QApplication::QApplication;
  bool notify(QObject *, QEvent *) override { return false; }
};

// Through a class in between that overrides the same method.
// CHECK: gui Button::paintAgain: a method of a 'QWidget'
// CHECK: gui Button::paintEvent: overrides 'QWidget::paintEvent'
struct Button : QPushButton {
  void paintEvent(QPaintEvent *event) override { paintOk(event); }
  void paintOk(QPaintEvent *) {}
  void paintAgain() {}
};

// CHECK: gui Delegate::paint: overrides 'QAbstractItemDelegate::paint'
struct Delegate : QStyledItemDelegate {
  void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const override {}
};

// CHECK: gui Filter::eventFilter: overrides 'QObject::eventFilter'
struct Filter : QObject {
  bool eventFilter(QObject *, QEvent *) override { return false; }
};

// CHECK: gui Item::boundingRect: overrides 'QGraphicsItem::boundingRect'
// CHECK: gui Item::paint: overrides 'QGraphicsItem::paint'
struct Item : QGraphicsItem {
  QRectF boundingRect() const override { return {}; }
  void paint(QPainter *, const QStyleOptionGraphicsItem *, QWidget *) override {}
};

// CHECK: gui Model::filterAcceptsRow: overrides 'QSortFilterProxyModel::filterAcceptsRow'
struct Model : QSortFilterProxyModel {
  bool filterAcceptsRow(int, const QModelIndex &) const override { return true; }
};

// CHECK: gui Native::nativeEventFilter: overrides 'QAbstractNativeEventFilter::nativeEventFilter'
struct Native : QAbstractNativeEventFilter {
  bool nativeEventFilter(const QByteArray &, void *, qintptr *) override { return false; }
};

// Slots of widgets, however they are connected. Where those of plain objects run is not known.
// CHECK: gui Panel::plain: a method of a 'QWidget'
// CHECK: gui Panel::refresh: a 'qt_slot' of a 'QWidget'
class Panel : public QWidget {
  Q_OBJECT
public:
  void plain() {}
public Q_SLOTS:
  void refresh() {}
};
// CHECK: gui Places::update: a 'qt_slot' of a 'QAbstractItemModel'
class Places : public QSortFilterProxyModel {
  Q_OBJECT
private Q_SLOTS:
  void update() {}
};
class Engine : public QObject {
  Q_OBJECT
public Q_SLOTS:
  void workOk() {}
};

// CHECK: gui Raster::mousePressEvent: overrides 'QWindow::mousePressEvent'
// CHECK: gui Raster::paintEvent: overrides 'QPaintDeviceWindow::paintEvent'
struct Raster : QRasterWindow {
  void mousePressEvent(QMouseEvent *) override {}
  void paintEvent(QPaintEvent *) override {}
};

// CHECK: gui Window::clicked: passed to 'QObject::connect'
// CHECK: gui Window::done: passed to 'QObject::connect'
// CHECK: gui Window::timed: passed to 'QTimer::singleShot'
struct Window : QWidget {
  void clicked() {}
  void done() {}
  void timed() {}
};

// CHECK: gui connected::(lambda:1): passed to 'QObject::connect'
// CHECK: gui connected::(lambda:2): passed to 'QObject::connect'
void connected(QPushButton *button, QThread *thread, QTimer *timer, QAction *action, Window *window) {
  QObject::connect(button, &QPushButton::clicked, window, &Window::clicked);
  QObject::connect(thread, &QThread::finished, window, &Window::done);
  QObject::connect(action, &QAction::triggered, [] {});
  QObject::connect(timer, &QTimer::timeout, window, [] {}, Qt::QueuedConnection);
  QTimer::singleShot(1, window, &Window::timed);
}

// CHECK: thread started::(lambda:1): passed to 'QObject::connect'
void started(QThread *thread) {
  QObject::connect(thread, &QThread::started, [] {});
}

// The same names, of classes that no framework calls.
struct Canvas {
  virtual void paintEvent(QPaintEvent *) {}
  virtual bool eventFilter(QObject *, QEvent *) { return false; }
};
struct Sketch : Canvas {
  void paintEvent(QPaintEvent *) override {}
};
