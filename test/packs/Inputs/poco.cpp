// Headers that the poco pack is about.
#include <Poco/ActiveResult.h>
#include <Poco/Condition.h>
#include <Poco/Event.h>
#include <Poco/File.h>
#include <Poco/FileStream.h>
#include <Poco/Mutex.h>
#include <Poco/NotificationQueue.h>
#include <Poco/PriorityNotificationQueue.h>
#include <Poco/Process.h>
#include <Poco/RWLock.h>
#include <Poco/Semaphore.h>
#include <Poco/ThreadPool.h>
