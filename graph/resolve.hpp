#pragma once
/// Who is who: which of the things that filings speak of are one thing. Knows no store.
///
/// What a person has decided goes before all else. Otherwise two things of one type are joined, in this order, by
/// 1. a strong key: the same CIK, registry id or ticker;
/// 2. their names: the fullest names that their filings give have one normal form;
/// 3. another name that a filing equates with the fullest one ("Seattle Genetics, Inc. ("SGI")"), where that name tells
///    one thing from all others: it is a code or a word of four letters or more that several full names share
///    (things), or it belongs to one full name only (parties, and acronyms of up to three letters).
/// Nothing is joined across types, against a contradiction (two CIKs, two registry ids, legal forms of two families of
/// law), or where the type has no names (deals). What a filing calls a thing for short ("lymphoma" for a certain lymphoma,
/// a defined term like "Product") joins nothing, unless the thing is a party or the defined term a code.
/// The result depends on the set of things alone.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "graph/decisions.hpp"
#include "graph/type_rules.hpp"
#include "graph/view.hpp"

namespace rxgraph::graph {

/// A thing as one filing speaks of it.
struct Thing {
  std::string filing;  ///< Key.
  std::string local;   ///< What tells it from the others of its filing: "entity 3".
  std::string type;
  std::string name;    ///< The fullest.
  struct Name {
    std::string text;
    std::string how;   ///< As in NameUse; "statement" where only a statement gives it.
  };
  std::vector<Name> names;                 ///< With or without the fullest.
  std::map<std::string, std::string> ids;
};

/// A node and the things that it was made of.
struct ResolvedNode {
  Node node;
  struct Member {
    std::uint32_t thing = 0;  ///< Index.
    std::string reason;       ///< "cik 0000855654", "name acme biotech", "alias ab", "same mine.tsv:3"; empty for the first.
  };
  std::vector<Member> members;  ///< By index.
  std::vector<std::string> short_names;  ///< Sorted: names for short, which tell it from others within a filing only; no aliases.
};

struct Resolution {
  std::vector<ResolvedNode> nodes;      ///< By uid.
  std::vector<std::uint32_t> node_of;   ///< Thing to index into `nodes`.
};

/// True for the name of something of which the thing is a kind, as a loaded vocabulary says.
bool is_broader(const Thing::Name& name);

/// True for a name that is a thing's within its filing only, or another's, and tells nothing beyond.
bool is_short(const Thing::Name& name, const TypeRule& rule);

/// Resolves `things`, which must be sorted by filing and, within a filing, be in a fixed order. What `decisions` call the same is
/// one, against ids and legal forms too; what they tell apart is two, whatever joins it, and a filing's word that one has the
/// name of the other does not count.
Resolution resolve(const std::vector<Thing>& things, const TypeRules& rules, const std::vector<Decision>& decisions = {});

/// The value under which an id is compared: a CIK without leading zeros, a ticker without its exchange.
std::string id_key(std::string_view registry, std::string_view id);

}  // namespace rxgraph::graph
