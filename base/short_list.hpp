#pragma once
/// A list that mostly holds few values: the first of them stand in the list itself, so that it allocates nothing.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <type_traits>
#include <utility>

namespace rxgraph {

/// A vector of plain values whose first `Few` need no memory of their own. Pointers into it last until it grows, is moved or ends.
template <typename T, std::uint32_t Few>
class ShortList {
  static_assert(std::is_trivially_copyable_v<T> && Few > 0);

 public:
  using value_type = T;
  using iterator = T*;
  using const_iterator = const T*;

  ShortList() noexcept {}
  ShortList(std::initializer_list<T> values) { append(values.begin(), values.end()); }
  ShortList(const ShortList& other) { append(other.begin(), other.end()); }
  ShortList(ShortList&& other) noexcept { take(other); }
  ~ShortList() = default;

  ShortList& operator=(const ShortList& other) {
    if (this != &other) assign(other.begin(), other.end());
    return *this;
  }
  ShortList& operator=(ShortList&& other) noexcept {
    if (this != &other) take(other);
    return *this;
  }
  ShortList& operator=(std::initializer_list<T> values) {
    assign(values.begin(), values.end());
    return *this;
  }

  T* begin() noexcept { return many_ ? many_.get() : few_; }
  const T* begin() const noexcept { return many_ ? many_.get() : few_; }
  T* end() noexcept { return begin() + size_; }
  const T* end() const noexcept { return begin() + size_; }

  std::size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }

  T& operator[](std::size_t i) noexcept { return begin()[i]; }
  const T& operator[](std::size_t i) const noexcept { return begin()[i]; }
  T& front() noexcept { return *begin(); }
  const T& front() const noexcept { return *begin(); }
  T& back() noexcept { return end()[-1]; }
  const T& back() const noexcept { return end()[-1]; }

  void clear() noexcept { size_ = 0; }
  void pop_back() noexcept { --size_; }

  void push_back(T value) {
    reserve(size_ + 1);
    begin()[size_++] = value;
  }

  /// Adds the values from `first` up to `last`, which are not of this list.
  void append(const T* first, const T* last) {
    const auto count = static_cast<std::uint32_t>(last - first);
    reserve(size_ + count);
    std::copy(first, last, end());
    size_ += count;
  }

  /// Holds the values from `first` up to `last`, which are not of this list, and no others.
  void assign(const T* first, const T* last) {
    clear();
    append(first, last);
  }

  friend bool operator==(const ShortList& a, const ShortList& b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

 private:
  void reserve(std::uint32_t count) {
    if (count > capacity_) grow(count);
  }

  /// Rare, and out of line: laid open in its callers, g++ 13 believes that it reads beyond the first values.
  [[gnu::noinline]] void grow(std::uint32_t count) {
    const std::uint32_t capacity = std::max(count, capacity_ * 2);
    std::unique_ptr<T[]> more(new T[capacity]);
    std::copy(begin(), end(), more.get());
    many_ = std::move(more);
    capacity_ = capacity;
  }

  /// Becomes what `other` was and leaves it empty.
  void take(ShortList& other) noexcept {
    many_ = std::move(other.many_);
    size_ = std::exchange(other.size_, 0);
    capacity_ = std::exchange(other.capacity_, Few);
    if (!many_) std::copy(other.few_, other.few_ + size_, few_);
  }

  std::unique_ptr<T[]> many_;      ///< All values, once there were more than few.
  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = Few;
  union {
    T few_[Few];                   ///< The values while there are few: those up to `size_` are alive.
  };
};

}  // namespace rxgraph
