// Headers that the opencv-media pack is about.
#include <opencv2/opencv.hpp>
