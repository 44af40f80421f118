// What the opencv-media pack needs of OpenCV, after its documentation.
#pragma once
#include <string>
#include <vector>

namespace cv {

struct Mat {};
struct Rect {};
using String = std::string;
using InputArray = const Mat &;
using OutputArray = Mat &;

Mat imread(const String &, int flags = 1);
bool imreadmulti(const String &, std::vector<Mat> &, int flags = -1);
bool imwrite(const String &, InputArray, const std::vector<int> & = {});
bool imwritemulti(const String &, InputArray, const std::vector<int> & = {});
Mat imdecode(const std::vector<unsigned char> &, int flags);
bool imencode(const String &, InputArray, std::vector<unsigned char> &, const std::vector<int> & = {});

class VideoCapture {
public:
  VideoCapture();
  explicit VideoCapture(const String &, int api = 0);
  explicit VideoCapture(int, int api = 0);
  virtual ~VideoCapture();
  virtual bool open(const String &, int api = 0);
  virtual bool open(int, int api = 0);
  virtual bool isOpened() const;
  virtual bool grab();
  virtual bool retrieve(OutputArray, int flag = 0);
  virtual bool read(OutputArray);
  virtual VideoCapture &operator>>(Mat &);
  static bool waitAny(const std::vector<VideoCapture> &, std::vector<int> &, long long timeoutNs = 0);
};

class VideoWriter {
public:
  VideoWriter();
  VideoWriter(const String &, int fourcc, double fps, int size);
  virtual ~VideoWriter();
  virtual bool open(const String &, int fourcc, double fps, int size);
  virtual VideoWriter &operator<<(const Mat &);
  virtual void write(InputArray);
};

using MouseCallback = void (*)(int, int, int, int, void *);
using TrackbarCallback = void (*)(int, void *);
using ButtonCallback = void (*)(int, void *);
void imshow(const String &, InputArray);
int waitKey(int delay = 0);
int waitKeyEx(int delay = 0);
int pollKey();
Rect selectROI(InputArray, bool = true, bool = false);
void selectROIs(const String &, InputArray, std::vector<Rect> &);
void setMouseCallback(const String &, MouseCallback, void * = nullptr);
int createTrackbar(const String &, const String &, int *, int, TrackbarCallback = nullptr, void * = nullptr);
int createButton(const String &, ButtonCallback, void * = nullptr);

class CascadeClassifier {
public:
  CascadeClassifier();
  explicit CascadeClassifier(const String &);
  bool load(const String &);
  void detectMultiScale(InputArray, std::vector<Rect> &);
};
struct HOGDescriptor {
  virtual void detectMultiScale(InputArray, std::vector<Rect> &) const;
  virtual void detect(InputArray, std::vector<Rect> &) const;
};
class QRCodeDetector {
public:
  bool detect(InputArray, OutputArray) const;
  String decode(InputArray, InputArray);
  String detectAndDecode(InputArray);
};
class Feature2D {
public:
  virtual void detect(InputArray, std::vector<Rect> &);
  virtual void compute(InputArray, std::vector<Rect> &, OutputArray);
  virtual void detectAndCompute(InputArray, InputArray, std::vector<Rect> &, OutputArray);
};
class DescriptorMatcher {
public:
  void match(InputArray, InputArray, std::vector<int> &) const;
  void knnMatch(InputArray, InputArray, std::vector<int> &, int) const;
  void radiusMatch(InputArray, InputArray, std::vector<int> &, float) const;
};

void fastNlMeansDenoising(InputArray, OutputArray, float = 3);
void fastNlMeansDenoisingColored(InputArray, OutputArray, float = 3);
void inpaint(InputArray, InputArray, OutputArray, double, int);
void seamlessClone(InputArray, InputArray, InputArray, int, OutputArray, int);
void detailEnhance(InputArray, OutputArray, float = 10);
void stylization(InputArray, OutputArray, float = 60);
void calcOpticalFlowFarneback(InputArray, InputArray, OutputArray, double, int, int, int, int, double, int);
void calcOpticalFlowPyrLK(InputArray, InputArray, InputArray, OutputArray, OutputArray, OutputArray);
double findTransformECC(InputArray, InputArray, OutputArray);
double calibrateCamera(InputArray, InputArray, int, OutputArray, OutputArray, OutputArray, OutputArray);
double stereoCalibrate(InputArray, InputArray, InputArray, OutputArray, OutputArray);
bool solvePnPRansac(InputArray, InputArray, InputArray, InputArray, OutputArray, OutputArray);
Mat findHomography(InputArray, InputArray, int = 0);
Mat findEssentialMat(InputArray, InputArray, InputArray);

namespace dnn {
namespace dnn4_v20220524 {
class Net {
public:
  Mat forward(const String & = String());
  void setInput(InputArray);
};
Net readNet(const String &, const String & = "");
Net readNetFromONNX(const String &);
} // namespace dnn4_v20220524
using namespace dnn4_v20220524;
} // namespace dnn
} // namespace cv
