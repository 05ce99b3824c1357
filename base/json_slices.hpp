#pragma once
/// Members of JSON objects as they were written.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rxgraph {

/// The values of the members `names` of the object `json`, which is known to be good JSON: their text as it stands there, so
/// that no digit of a number is lost, without the blanks between tokens. Members that it does not have are left out; of a
/// repeated one the last counts.
std::map<std::string, std::string> json_slices(std::string_view json, const std::vector<std::string>& names);

}  // namespace rxgraph
