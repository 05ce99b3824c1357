#pragma once
/// Types of forms and exhibits, as filed and in the shape that can be compared. `Filing::form` and `Document::type` keep what is filed.

#include <string>
#include <string_view>

namespace rxgraph::ingest {

/// A type of form.
struct FormName {
  std::string base;      ///< "10-K" for "10-K405", "10-KSB", "10-KT/A" and "NT 10-K"; the form itself, in capitals, where it is no variant of another.
  bool amended = false;  ///< "/A".
  bool late = false;     ///< "NT": says that the form will come late.

  friend bool operator==(const FormName&, const FormName&) = default;
};

/// What `form`, as filed, is a variant of. Case and blanks at its ends do not matter.
FormName form_name(std::string_view form);

/// The number of an exhibit: "99.1" of "EX-99.1", "99.(a)(5)(c)" of "EX-99.(A)(5)(C)", "101.ins" of "EX-101.INS"; empty for what is no exhibit.
std::string exhibit_number(std::string_view type);

}  // namespace rxgraph::ingest
