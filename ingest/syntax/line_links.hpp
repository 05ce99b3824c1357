#pragma once
/// The groups of one line of a sentence (the text outside brackets, or inside one pair) and the links between them. Internal to the linking.

#include <algorithm>
#include <array>
#include <vector>

#include "ingest/syntax/clauses.hpp"

namespace rxgraph::ingest::syntax {

using Kind = Group::Kind;

constexpr std::size_t longest_chain = 8;   ///< Prepositions followed upwards from one group.
constexpr std::size_t longest_reach = 40;  ///< Groups looked at on one side of a verb.

// What each step between a word and its filler leaves of the certainty of the attachment.
constexpr float over_comma = 0.8F;
constexpr float up_the_chain = 0.92F;
constexpr float along_the_clause = 0.97F;

/// The current line and the links made so far.
class LineLinks {
 protected:
  LineLinks(const std::vector<Group>& groups, const AnalysedSentence& sentence, const Kin& kin)
      : groups_(groups), sentence_(sentence), kin_(kin), links_(groups.size()) {}

  const Group& at(std::size_t p) const { return groups_[(*line_)[p]]; }

  std::uint32_t id(std::size_t p) const { return (*line_)[p]; }

  std::size_t size() const { return kinds_.size(); }

  Kind kind(std::size_t p) const { return kinds_[p]; }

  bool is(std::size_t p, Kind wanted) const { return p < kinds_.size() && kinds_[p] == wanted; }

  /// Makes `line`, which must outlive the work on it, the current one.
  void enter(const std::vector<std::uint32_t>& line) {
    line_ = &line;
    kinds_.resize(line.size());
    std::transform(line.begin(), line.end(), kinds_.begin(), [&](std::uint32_t g) { return groups_[g].kind; });
  }

  /// A date, an amount or the like: no thing that an apposition could explain.
  bool is_value(const Group& group) const {
    if (group.head_mention < 0) return false;
    const Mention::Kind kind = sentence_.mentions[static_cast<std::size_t>(group.head_mention)].kind;
    return kind != Mention::Kind::entity && kind != Mention::Kind::unknown;
  }

  bool is_date(const Group& group) const {
    return group.head_mention >= 0 && sentence_.mentions[static_cast<std::size_t>(group.head_mention)].kind == Mention::Kind::date;
  }

  /// "approved X (x) cream": the form in which a thing comes is no second object.
  static bool is_dosage_form(const Group& noun) {
    static const std::array<std::uint64_t, 16> forms = {word_key("cream"), word_key("tablet"), word_key("capsule"), word_key("injection"), word_key("spray"), word_key("gel"), word_key("ointment"), word_key("solution"),
                                                        word_key("patch"), word_key("suspension"), word_key("drop"), word_key("inhaler"), word_key("infusion"), word_key("implant"), word_key("powder"), word_key("autoinjector")};
    return noun.head_mention < 0 && noun.determiner == Group::Determiner::none && std::find(forms.begin(), forms.end(), noun.lemma) != forms.end();
  }

  void attach(std::uint32_t host, std::uint64_t label, std::uint32_t group, float weight) {
    AttachedList& list = links_[host].prepositional;
    const Attached attached{label, group, weight};
    if (std::find_if(list.begin(), list.end(), [&](const Attached& a) { return a.label == label && a.group == group; }) == list.end()) list.push_back(attached);
  }

  void attach_to_members(std::uint32_t host, std::uint64_t label, std::uint32_t group, float weight) {
    for (const std::uint32_t member : links_[host].members) attach(member, label, group, member == host ? weight : weight * 0.95F);
  }

  const std::vector<Group>& groups_;
  const AnalysedSentence& sentence_;
  const Kin& kin_;
  std::vector<Links> links_;
  const std::vector<std::uint32_t>* line_ = nullptr;
  std::vector<Kind> kinds_;   ///< Of the line's groups: close together, as most questions are about them.
  bool in_brackets_ = false;  ///< The line stands in brackets.
  inline static const std::uint64_t by_ = word_key("by");
  inline static const std::uint64_t to_ = word_key("to");
  inline static const std::uint64_t colon_ = word_key(":");
  inline static const std::uint64_t semicolon_ = word_key(";");
  inline static const std::uint64_t for_ = word_key("for");
  inline static const std::uint64_t in_ = word_key("in");
  inline static const std::uint64_t we_ = word_key("we");
  inline static const std::uint64_t effective_ = word_key("effective");
  inline static const std::uint64_t on_ = word_key("on");
  inline static const std::uint64_t upon_ = word_key("upon");
};

}  // namespace rxgraph::ingest::syntax
