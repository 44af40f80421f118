//===- runtime/Wire.h - values as bytes, from process to process ----------===//
//
// A Message is bytes and, beside them, descriptors. Wire<T> says how a T is
// written and read: plain data as it lies in memory (both ends are forks of
// one program), strings and vectors with their size first. A type of one's own
// that is none of these gets its own Wire.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_WIRE_H
#define WAITWISE_RUNTIME_WIRE_H

#include "Descriptor.h"

#include <cstring>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

namespace waitwise::runtime {

struct Message {
  std::string Bytes;
  std::vector<Descriptor> Descriptors;
};

/// Where reading a message has come to.
class Reader {
public:
  explicit Reader(Message &M) : From(M) {}

  /// The next so many bytes. Throws std::out_of_range past the end.
  std::string_view bytes(size_t Count) {
    if (Count > From.Bytes.size() - At)
      throw std::out_of_range("a message ends too early");
    At += Count;
    return std::string_view(From.Bytes).substr(At - Count, Count);
  }

  /// The next descriptor, which the reader now owns.
  Descriptor descriptor() {
    return std::move(From.Descriptors.at(NextDescriptor++));
  }

private:
  Message &From;
  size_t At = 0, NextDescriptor = 0;
};

/// What can be copied byte by byte. Pointers mean nothing elsewhere.
template <class T>
concept Plain = std::is_trivially_copyable_v<T> && !std::is_pointer_v<T>;

template <class T> struct Wire;

template <class T> void put(Message &M, const T &Value) {
  Wire<T>::put(M, Value);
}
template <class T> T take(Reader &R) { return Wire<T>::take(R); }

template <Plain T> struct Wire<T> {
  static void put(Message &M, const T &Value) {
    M.Bytes.append(reinterpret_cast<const char *>(&Value), sizeof(T));
  }
  static T take(Reader &R) {
    T Value;
    std::memcpy(&Value, R.bytes(sizeof(T)).data(), sizeof(T));
    return Value;
  }
};

template <> struct Wire<std::string> {
  static void put(Message &M, const std::string &Value) {
    Wire<size_t>::put(M, Value.size());
    M.Bytes += Value;
  }
  static std::string take(Reader &R) {
    return std::string(R.bytes(Wire<size_t>::take(R)));
  }
};

template <class T> struct Wire<std::vector<T>> {
  static void put(Message &M, const std::vector<T> &Values) {
    Wire<size_t>::put(M, Values.size());
    for (const T &Value : Values)
      Wire<T>::put(M, Value);
  }
  static std::vector<T> take(Reader &R) {
    std::vector<T> Values;
    for (size_t Left = Wire<size_t>::take(R); Left; --Left)
      Values.push_back(Wire<T>::take(R));
    return Values;
  }
};

} // namespace waitwise::runtime

#endif
