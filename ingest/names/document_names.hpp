#pragma once
/// The names of one document on their way into the memory of its filing.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/names/grammar.hpp"

namespace rxgraph::ingest::naming {

/// Turns spans into entities of the memory, and keeps what the document defines. One a document.
class DocumentNames {
 public:
  /// All arguments must outlive it.
  DocumentNames(const DocumentText& document, const VocabularyIndex& index, FilingMemory& memory);
  ~DocumentNames();

  /// The entity that `candidate` names in `sentence`; its names are added to the memory.
  std::uint32_t intern(const SentenceView& sentence, const Candidate& candidate);

  /// The plain words of a span: without trade marks, on one line.
  std::string plain(const SentenceView& sentence, std::uint32_t first, std::uint32_t last) const;

  /// The name as used at a span.
  NameUse use(const SentenceView& sentence, std::uint32_t first, std::uint32_t last, std::string name, const char* how) const;

  /// Learns from parentheses, quotes and "formerly" what the sentence's names are called besides. Fills roles and speaker, and
  /// widens a mention to the words that its abbreviation stands for.
  void learn(const SentenceView& sentence, std::vector<Mention>& mentions, DocumentAnalysis& analysis);

  FilingMemory& memory() { return memory_; }

 private:
  const DocumentText& document_;
  const VocabularyIndex& index_;
  FilingMemory& memory_;
  struct Cache;
  std::unique_ptr<Cache> cache_;

  void add_shorter(std::uint32_t entity, std::string_view name);
  bool is_party(std::uint32_t entity) const;
  const Mention* ending_at(const SentenceView& sentence, const std::vector<Mention>& mentions, std::uint32_t end) const;
  const Mention* nearest_party(const std::vector<Mention>& mentions, std::uint32_t before) const;
  const Mention* listed_together(const SentenceView& sentence, const std::vector<Mention>& mentions, std::uint32_t open, std::uint32_t first, std::uint32_t last) const;
  std::vector<std::uint32_t> listed_before(const SentenceView& s, const std::vector<Mention>& mentions, std::uint32_t open) const;
  void learn_alternative(const SentenceView& sentence, const std::vector<Mention>& mentions, std::uint32_t conjunction);
  void learn_parenthesis(const SentenceView& sentence, std::vector<Mention>& mentions, std::uint32_t open, DocumentAnalysis& analysis);
  void learn_quoted(const SentenceView& sentence, const std::vector<Mention>& mentions, std::uint32_t open, std::uint32_t first,
                    std::uint32_t last, DocumentAnalysis& analysis);
  void learn_former(const SentenceView& sentence, const std::vector<Mention>& mentions, std::uint32_t opener);
  /// True if a filer bears another name today than the mention: whoever else once had that name is somebody else.
  bool was_name_of_filer(const Mention& mention, const SentenceView& s) const;
  bool widen(const SentenceView& sentence, const std::vector<Mention>& mentions, Mention& mention, std::string_view letters);
  bool widen_behind(const SentenceView& sentence, std::vector<Mention>& mentions, std::uint32_t open, std::uint32_t end);
  void learn_abbreviation(const SentenceView& sentence, std::vector<Mention>& mentions, std::uint32_t open, std::uint32_t end);
  void learn_self(const SentenceView& sentence, const std::vector<Mention>& mentions, DocumentAnalysis& analysis);
  void give_abbreviation(const SentenceView& sentence, const Mention& mention, std::uint32_t first, std::uint32_t last, const char* how);
};

/// True if `abbreviation` is made of the initials of `words`, in order ("NSCLC"), or begins like them.
bool abbreviates(std::string_view abbreviation, std::string_view words);

/// The names by which a text may call a party whose full name is `name`: without legal forms, then without heads like "Pharmaceuticals".
std::vector<std::string> short_names(std::string_view name, const VocabularyIndex& index);

}  // namespace rxgraph::ingest::naming
