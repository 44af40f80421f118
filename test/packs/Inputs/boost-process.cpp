// Headers that the boost-process pack is about.
#include <boost/process.hpp>
#include <boost/process/v2.hpp>
#include <boost/process/v2/popen.hpp>
#include <istream>
#include <string>
