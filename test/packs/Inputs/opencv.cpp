// Headers that the opencv pack is about.
#include <opencv2/core.hpp>
#include <opencv2/core/async.hpp>
#include <opencv2/core/ocl.hpp>
#include <opencv2/imgproc.hpp>
