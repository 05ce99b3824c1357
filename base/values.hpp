#pragma once
/// The values that the stages exchange. All of them are plain: they own what
/// they hold, compare by content, and know nothing of files, stores or threads.

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rxgraph {

/// A run of bytes of a filing as filed, uncompressed.
struct ByteRange {
  std::uint64_t begin = 0;  ///< First byte.
  std::uint64_t end = 0;    ///< One past the last; never less than `begin`.

  friend auto operator<=>(const ByteRange&, const ByteRange&) = default;
};

/// The key of a filing: 32 lower-case hexadecimal digits, the XXH3-128 hash of
/// its bytes as filed. Two files with equal bytes are one filing.
using FilingKey = std::string;

/// A former name of a filer and the day on which it ceased to be used.
struct FormerName {
  std::string name;
  std::string until;  ///< ISO date; empty where the header gives none.

  friend auto operator<=>(const FormerName&, const FormerName&) = default;
};

/// One party of a filing, as its header or its inline XBRL facts name it.
struct Filer {
  std::string name;                      ///< As conformed by EDGAR, or as the cover page gives it.
  std::string cik;                       ///< Ten digits, zero padded; empty where unknown.
  std::string role;                      ///< "filer", "subject company", "filed by", "issuer", "reporting-owner".
  std::vector<std::string> tickers;      ///< Trading symbols, sorted.
  std::vector<FormerName> former_names;  ///< In header order.

  friend auto operator<=>(const Filer&, const Filer&) = default;
};

/// One document of a filing. A filing without an envelope has one document, number 0.
struct Document {
  std::uint32_t number = 0;  ///< As in <SEQUENCE>: a label, which may have gaps; 0 without an envelope.
  std::string type;          ///< As filed: "8-K", "EX-99.1", "GRAPHIC"; empty without an envelope.
  std::string filename;      ///< As filed; may be empty.
  std::string description;   ///< As filed; may be empty.
  ByteRange body;            ///< Its payload, wrappers excluded.

  friend auto operator<=>(const Document&, const Document&) = default;
};

/// What is known of one filing as a whole.
struct Filing {
  FilingKey key;
  std::string path;              ///< Where it was read; not part of its identity.
  std::string accession;         ///< "0001104659-07-057713"; may be empty, may be shared by two filings.
  std::string form;              ///< Submission type as filed ("10-K405", "8-K/A"); empty where unknown.
  std::string filed;             ///< ISO date of filing, by the header or the index alone; empty where unknown.
  std::string period;            ///< ISO date of the period of report; empty where unknown.
  std::string dated;             ///< Where `filed` is unknown, the date that the filing gives of itself: ISO, may be cut to month or year; else empty.
  std::string dated_by;          ///< What gave `dated`: "as filed", "prospectus", "signature", "report", "month", "letter", "dateline", "agreement", "period" or "year".
  std::vector<Filer> filers;     ///< In header order.
  std::vector<std::string> items;  ///< 8-K items as numbers where they are known ("8.01"), else titles.
  std::uint64_t bytes = 0;       ///< Size as filed.
  std::vector<Document> documents;
  std::string reader;            ///< Version of the reader that made the records.
  std::string ontology;          ///< Fingerprint of the ontology that they were made with.

  friend auto operator<=>(const Filing&, const Filing&) = default;
};

/// The best date known of `filing`: of filing, else the one that it gives of itself; may be cut, empty where there is none.
inline const std::string& best_date(const Filing& filing) noexcept { return filing.filed.empty() ? filing.dated : filing.filed; }

/// One place where a name was seen, and what makes it a name of its entity.
struct NameUse {
  std::string text;            ///< As read.
  std::uint32_t document = 0;  ///< Document number.
  ByteRange where;             ///< Bytes as filed; an empty range where a vocabulary or a header gave the name.
  std::string how;             ///< "text", "header", "defined term", "parenthesis", "short form", "vocabulary", "formerly", ...

  friend auto operator<=>(const NameUse&, const NameUse&) = default;
};

/// One thing that a filing speaks of. Its id is local to the filing.
struct Entity {
  std::string id;                         ///< "e1", "e2", ... in order of first mention.
  std::string type;                       ///< Name of an entity type of the ontology.
  std::string name;                       ///< The best name the filing gives: the fullest.
  std::vector<NameUse> names;             ///< Every distinct name once, first sighting first.
  std::map<std::string, std::string> ids;  ///< "cik", "ticker", "nct", "hgnc", ...

  friend auto operator<=>(const Entity&, const Entity&) = default;
};

/// An entity as a statement shows it, so that a statement is whole by itself.
struct EntityRef {
  std::string id;                    ///< Local id of the Entity record; empty in streams that have none.
  std::string type;
  std::string name;
  std::vector<std::string> aliases;  ///< Other names, most telling first, without `name`.
  std::map<std::string, std::string> ids;

  friend auto operator<=>(const EntityRef&, const EntityRef&) = default;
};

/// The value of a qualifier: text (also ISO dates, possibly partial), a number
/// in units of its currency or as such, or a truth value.
using Value = std::variant<std::string, double, bool>;

/// Qualifier name to its values, in order of statement, without repeats, never empty.
using Qualifiers = std::map<std::string, std::vector<Value>>;

/// How a statement is meant. What is denied is no statement.
enum class Modality : std::uint8_t { asserted, planned, possible, terminated };

/// The passage that supports one statement. Orders by filing, then by position.
struct Evidence {
  FilingKey filing;
  std::string accession;           ///< Of that filing; may be empty.
  std::uint32_t document = 0;      ///< Document number.
  std::string section;             ///< "8.01", "1A", "ex-99.1", ...; may be empty.
  std::vector<ByteRange> ranges;   ///< What says it, in order, never empty, joint.
  std::vector<ByteRange> context;  ///< What it needs to be understood: a heading, the sentence that names "it".
  std::string text;                ///< The words of `ranges` as read.

  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

/// What a statement tells. Its line in the record stream has the relation's name under the kind's own.
enum class StatementKind : std::uint8_t {
  relation,   ///< What a thing has to do with another.
  role,       ///< What a thing is in a deal: Deal to party or asset.
  attribute,  ///< What sort of thing its subject is: compound to modality.
};

/// One fact as one filing states it.
struct Statement {
  EntityRef subject;
  std::string relation;  ///< Name of a relation of the ontology.
  EntityRef object;
  Qualifiers qualifiers;
  Modality modality = Modality::asserted;
  double confidence = 0;           ///< Between 0 and 1.
  std::string rule;                ///< "develops.verb.2": the frame, column or derivation that found it.
  std::vector<Evidence> evidence;  ///< Alternatives, each enough by itself; sorted, never empty.
  StatementKind kind = StatementKind::relation;  ///< As its relation is declared.
  std::map<std::string, std::string> extra;  ///< Members we do not know: name to JSON text, kept as they came.

  friend auto operator<=>(const Statement&, const Statement&) = default;
};

/// All that one filing says: its part of the record stream.
struct FilingRecords {
  Filing filing;
  std::vector<Entity> entities;
  std::vector<Statement> statements;

  friend auto operator<=>(const FilingRecords&, const FilingRecords&) = default;
};

/// Something that went wrong and did not stop the work.
struct Diagnostic {
  enum class Severity : std::uint8_t { note, warning, error };
  Severity severity = Severity::warning;
  std::string path;            ///< File that it is about.
  std::uint32_t document = 0;  ///< Document number, 0 where it is about the file.
  std::uint64_t byte = 0;      ///< Position as filed, from 0.
  std::string message;         ///< "<problem>; <remedy>", one line, no final stop.

  friend auto operator<=>(const Diagnostic&, const Diagnostic&) = default;
};

/// Returns "relation", "role" or "attribute".
const char* name_of(StatementKind kind) noexcept;

/// Returns "asserted", "planned", "possible" or "terminated".
std::string_view name_of(Modality modality) noexcept;

/// The modality of that name, or nothing.
std::optional<Modality> modality_named(std::string_view name) noexcept;

}  // namespace rxgraph
