#pragma once
/// The date that a filing gives of itself, where no header tells when it was filed.

#include "base/values.hpp"
#include "ingest/read/text.hpp"

namespace rxgraph::ingest {

/// Sets `filing.dated` and `filing.dated_by` from the words of its main document, unless the date of filing is known. What is nearest to the
/// day of filing goes first:
///
/// | dated_by | what says it |
/// |---|---|
/// | as filed | "As filed with the Securities and Exchange Commission on DATE" |
/// | prospectus | "The date of this prospectus is DATE" |
/// | signature | a date in the block of signatures, not before the period of report and at most 13 months after it |
/// | report | "Date of Report DATE" of an 8-K |
/// | month | "For the month of MONTH YEAR" of a 6-K |
/// | letter | a line near the top that is a date and nothing else |
/// | dateline | a paragraph near the top that begins "CITY, DATE --" |
/// | agreement | "dated as of DATE", "entered into as of DATE" near the top |
/// | period | the period of report: end of a fiscal year or quarter, or the year of "Annual Report 2022" |
///
/// `filing.form` and `filing.period` must have been read before. Time is linear in the text at most.
void add_own_date(const DocumentText& document, Filing& filing);

}  // namespace rxgraph::ingest
