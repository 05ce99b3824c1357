#include "ingest/read/boundary_words.hpp"

#include "ingest/read/word_table.hpp"

namespace rxgraph::ingest {

bool opens_sentence(std::string_view word) noexcept {
  static constexpr std::string_view words[] = {
      "A",        "About",     "Additionally", "After",     "All",     "Also",       "Although",  "An",          "And",      "Another", "Any",       "As",         "At",       "Based",     "Because",
      "Before",   "Beginning", "Both",         "But",       "By",      "Certain",    "Consequently", "Currently", "Despite", "Dr",      "During",    "Each",       "Either",   "Every",     "Except",
      "Following", "For",      "From",         "Furthermore", "Generally", "He",     "Her",       "His",         "However",  "I",       "If",        "In",         "Indicate", "Instead",   "It",
      "Its",      "Many",      "Moreover",     "Most",      "Mr",      "Mrs",        "Ms",        "Neither",     "No",       "None",    "Nor",       "Nothing",    "Now",      "On",        "Once",
      "Only",     "Other",     "Our",          "Prior",     "Pursuant", "Regardless", "She",      "Similarly",   "Since",    "So",      "Some",      "Subject",    "Such",     "That",      "The",
      "Their",    "Then",      "There",        "Thereafter", "Therefore", "These",   "They",      "This",        "Those",    "Through", "Thus",      "To",         "Under",    "Unless",    "Unlike",
      "Until",    "Upon",      "We",           "What",      "When",    "Where",      "Whether",   "Which",       "While",    "With",    "Without",   "Yet",        "You",      "Your"};
  static constexpr WordSet set(words);
  return set.contains(word);
}

bool opens_after_number(std::string_view word) noexcept {
  static constexpr std::string_view words[] = {"As", "At", "For", "If", "In", "It", "On", "Our", "See", "Such", "The", "There", "These", "This", "We"};
  static constexpr WordSet set(words);
  return set.contains(word);
}

bool is_finite_verb(std::string_view word) noexcept {
  static constexpr std::string_view words[] = {"agreed", "announced", "are",    "believes", "can",     "could",   "currently", "develops", "did",  "does", "entered", "expects", "had",  "has",
                                               "have",     "holds", "intends", "is",        "manufactures", "markets", "may", "might", "must", "operates", "owns", "plans", "provides", "reported", "said", "shall",
                                               "should",   "was",   "were",   "will",      "would"};
  static constexpr WordSet set(words);
  return set.contains(word);
}

bool takes_letter(std::string_view word) noexcept {
  static constexpr std::string_view words[] = {"annex",  "appendix", "arm",  "article", "attachment", "category", "class",   "cohort", "company", "drug",    "exhibit", "factor", "grade",  "group", "hepatitis",
                                               "holder", "influenza", "item", "level",   "note",       "option",   "part",    "party",  "phase",   "plan",    "product", "regimen", "schedule", "section", "series",
                                               "shares", "stage",    "stock", "study",   "table",      "tier",     "tranche", "trial",  "type",    "vitamin"};
  static constexpr WordSet set(words);
  return set.contains(word);
}

bool takes_heading(std::string_view word) noexcept {
  static constexpr std::string_view words[] = {"amendment", "annex",  "appendix", "article",  "chapter",  "clause", "example", "exhibit",  "figure",  "item",
                                               "items",     "note",   "part",     "proposal", "schedule", "sec.",   "section", "sections", "step", "table"};
  static constexpr WordSet set(words);
  return set.contains(word);
}

}  // namespace rxgraph::ingest
