#include "base/values.hpp"

#include <string_view>

namespace rxgraph {

const char* name_of(StatementKind kind) noexcept {
  switch (kind) {
    case StatementKind::relation: return "relation";
    case StatementKind::role: return "role";
    case StatementKind::attribute: return "attribute";
  }
  return "relation";
}

std::string_view name_of(Modality modality) noexcept {
  switch (modality) {
    case Modality::asserted: return "asserted";
    case Modality::planned: return "planned";
    case Modality::possible: return "possible";
    case Modality::terminated: return "terminated";
  }
  return "asserted";
}

std::optional<Modality> modality_named(std::string_view name) noexcept {
  for (const Modality modality : {Modality::asserted, Modality::planned, Modality::possible, Modality::terminated}) {
    if (name_of(modality) == name) return modality;
  }
  return std::nullopt;
}

}  // namespace rxgraph
