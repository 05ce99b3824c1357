#pragma once
/// Fatal errors. Only `cli/` prints them and turns their kind into an exit code.

#include <cstdint>
#include <stdexcept>
#include <string>

namespace rxgraph {

/// An input that a person can mend. `what()` reads
/// "<path>:<line>:<column>: <problem>; <remedy>", both counted from 1, or
/// "<path>: <problem>; <remedy>" where there is no line.
class InputError : public std::runtime_error {
 public:
  InputError(const std::string& path, const std::string& message) : std::runtime_error(path + ": " + message) {}
  InputError(const std::string& path, std::uint32_t line, std::uint32_t column, const std::string& message)
      : std::runtime_error(path + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " + message) {}
};

/// Output that could not be written: a full disk, a folder without permission.
class OutputError : public std::runtime_error {
 public:
  OutputError(const std::string& path, const std::string& message) : std::runtime_error(path + ": " + message) {}
};

/// A store that is not ours, is newer than this program, or is damaged.
class StoreError : public std::runtime_error {
 public:
  StoreError(const std::string& path, const std::string& message) : std::runtime_error(path + ": " + message) {}
};

/// A name, relation, type or format that does not exist. `what()` names the nearest that do.
class UnknownName : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace rxgraph
