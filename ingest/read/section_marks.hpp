#pragma once
/// Words that begin the usual parts of filings, press releases, agreements and prospectuses.

#include <string>
#include <string_view>

#include "ingest/read/text.hpp"

namespace rxgraph::ingest {

/// A heading that tells what kind of text follows it, whatever its level.
struct KnownHeading {
  std::string_view words;  ///< In small letters.
  bool whole = false;      ///< The heading is nothing but these words.
  std::string_view name;   ///< Of the section.
  Section::Kind kind = Section::Kind::body;
};

/// The known heading that `title` is; null for none.
const KnownHeading* known_heading(std::string_view title);

/// `title` without marks and blanks at its ends.
std::string_view without_marks(std::string_view title) noexcept;

/// `title` as a name: small letters, at most 60 bytes.
std::string section_name(std::string_view title);

/// The known heading that a paragraph says of itself by its first words: "Safe Harbor Statement: ...", "Contact: ...",
/// "This release contains forward-looking statements", "IN WITNESS WHEREOF", "Pursuant to the requirements of the Securities Exchange Act ... has duly caused"; null for none.
const KnownHeading* known_opening(std::string_view paragraph);

/// The name of the article that a heading begins: "article 4" for "ARTICLE IV. PAYMENTS", "definitions" where the title says so; empty for none.
/// `next` is the heading behind it, which is its title where it has none of its own.
std::string article_name(std::string_view title, std::string_view next);

/// True if `title` is a chapter of a prospectus, and no part of the risk factors before it.
bool is_chapter(std::string_view title);

/// True if a press release begins with `paragraph`: place and date, or a wire service, before a dash.
bool is_dateline(std::string_view paragraph);

inline constexpr std::uint32_t dateline_blocks = 40;  ///< A press release has its dateline among so many blocks.

/// Where the news begins in a paragraph that opens with place, date and wire ("PARIS, May 4, 2020 (NEWS WIRE) -- Acme"), in bytes; 0 where it has no dateline.
std::size_t dateline_end(std::string_view paragraph);

/// True if a heading ends the signatures: "Exhibit A", "Schedule 1".
bool follows_signatures(std::string_view title);

/// True for a line of its own that opens what is attached to an agreement: "EXHIBIT 4.1 CLINICAL STUDIES", "Schedule B".
bool opens_annex(std::string_view line);

}  // namespace rxgraph::ingest
