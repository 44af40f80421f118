// What the kde pack is about, as KDE Frameworks 5.103 declare it.
#ifndef KDE_H
#define KDE_H
#include <QtCore/QObject>
#include <QtCore/QProcess>
#include <QtCore/QUrl>
#include <QtCore/QVariant>
#include <QtWidgets/QWidget>

class KJob : public QObject {
public:
  virtual void start() = 0;
  bool exec();

protected:
  virtual bool doKill();
  virtual bool doSuspend();
  virtual bool doResume();
};

class KProcess : public QProcess {
public:
  void start();
  int execute(int msecs = -1);
  static int execute(const QString &exe, const QStringList &args = {}, int msecs = -1);
};

class KCModule : public QWidget {
public:
  virtual void load();
  virtual void save();
  virtual void defaults();
};

class KDiskFreeSpaceInfo {
public:
  static KDiskFreeSpaceInfo freeSpaceInfo(const QString &path);
};

class KMountPoint {
public:
  class List {
  public:
    KMountPoint *findByPath(const QString &path) const;
  };
  static List currentMountPoints();
  static List possibleMountPoints();
};

class KFileItem {
public:
  QString mimetype() const;
  void determineMimeType() const;
};

namespace KIO {
struct UDSEntry {};
class NetAccess {
public:
  enum StatSide { SourceSide, DestinationSide };
  static bool download(const QUrl &src, QString &target, QWidget *window);
  static bool upload(const QString &src, const QUrl &target, QWidget *window);
  static bool file_copy(const QUrl &src, const QUrl &dest, QWidget *window);
  static bool dircopy(const QUrl &src, const QUrl &dest, QWidget *window);
  static bool move(const QUrl &src, const QUrl &target, QWidget *window);
  static bool exists(const QUrl &url, StatSide side, QWidget *window);
  static bool stat(const QUrl &url, UDSEntry &entry, QWidget *window);
  static bool del(const QUrl &url, QWidget *window);
  static bool mkdir(const QUrl &url, QWidget *window, int permissions = -1);
  static QString fish_execute(const QUrl &url, const QString &command, QWidget *window);
  static QString mimetype(const QUrl &url, QWidget *window);
  static bool synchronousRun(KJob *job, QWidget *window);
};
} // namespace KIO

class KToolInvocation {
public:
  static int startServiceByDesktopPath(const QString &name, const QStringList &urls);
  static int startServiceByDesktopName(const QString &name, const QStringList &urls);
  static int kdeinitExecWait(const QString &name, const QStringList &args);
};

namespace Plasma {
class ServiceJob;
class Service : public QObject {
protected:
  virtual ServiceJob *createJob(const QString &operation, QVariantMap &parameters) = 0;
};
class ServiceJob : public KJob {
public:
  void start() override;
};
class DataEngine : public QObject {
public:
  virtual QStringList sources() const;
  virtual Service *serviceForSource(const QString &source);

protected:
  virtual bool sourceRequestEvent(const QString &source);
  virtual bool updateSourceEvent(const QString &source);
};
class Applet : public QObject {
public:
  virtual void init();
  virtual void configChanged();
  virtual void constraintsEvent(int);
  virtual QList<void *> contextualActions();
  virtual void saveState(void *) const;
};
class ContainmentActions : public QObject {
public:
  virtual void performNextAction();
  virtual void performPreviousAction();
  virtual QList<void *> contextualActions();
  virtual void configurationAccepted();
};
class AbstractRunner : public QObject {
public:
  virtual void match(void *context);
  virtual void run(void *context, void *match);
  virtual void reloadConfiguration();

protected:
  virtual void init();
  virtual QList<void *> actionsForMatch(void *match);
};
} // namespace Plasma
#endif
