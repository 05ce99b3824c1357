/// rxgraph deals: the licences, collaborations, acquisitions and payments of a company.

#include "query/deals.hpp"

#include "cli/answers.hpp"
#include "cli/verbs.hpp"

namespace rxgraph::cli {
namespace {

/// "licensor Alpha; licensee Beta, Gamma".
std::string roles_text(const std::vector<query::DealRole>& roles) {
  std::string text;
  for (const query::DealRole& role : roles) {
    text += (text.empty() ? "" : "; ") + role.role + " ";
    for (std::size_t i = 0; i < role.things.size(); ++i) text += (i == 0 ? "" : ", ") + role.things[i].name;
  }
  return text;
}

/// The relation that declares the terms of a deal: that of its kind, else of its first role.
const Relation* declaring(const query::DealRow& row, const Ontology& ontology) {
  if (const Relation* const relation = ontology.relation(row.kind)) return relation;
  for (const query::DealRole& role : row.roles) {
    if (const Relation* const relation = ontology.relation(role.role)) return relation;
  }
  return nullptr;
}

/// "upfront 20000000 USD, status paid; milestone up to ...": each payment with its terms.
std::string payments_text(const query::DealRow& row, const Ontology& ontology) {
  const Relation* relation = nullptr;
  for (const query::DealRole& role : row.roles) {
    const Relation* const one = ontology.relation(role.role);
    if (one != nullptr && one->currency() != nullptr) relation = one;
  }
  std::string text;
  for (const Qualifiers& payment : row.payments) {
    if (payment.empty()) continue;
    text += (text.empty() ? "" : "; ") + terms_text(payment, relation);
  }
  return text;
}

/// The qualifiers that columns of their own tell: the date, the payments, and what gives the kind alone.
std::vector<std::string> told_apart(const query::DealRow& row, const Ontology& ontology) {
  std::vector<std::string> told;
  for (const Relation& relation : ontology.relations) {
    if (const QualifierType* const date = relation.date(); date != nullptr && row.terms.contains(date->name)) told.push_back(date->name);
  }
  for (const Qualifiers& payment : row.payments) {
    for (const auto& [name, values] : payment) told.push_back(name);
  }
  for (const std::string& kind : ontology.questions.kinds_of_deals) {
    const auto found = row.terms.find(kind);
    if (found != row.terms.end() && found->second == std::vector<Value>{row.kind}) told.push_back(kind);
  }
  return told;
}

Table table_of(const std::vector<query::DealRow>& rows, const Ontology& ontology) {
  Table table{{{"date", 4, false},
               {"kind", 4, false},
               {"parties", 3, false},
               {"status", 2, false, Audience::where_known},
               {"terms", 1, false, Audience::where_known},
               {"payments", 1, false, Audience::where_known},
               {"filings", 0, true},
               {"source", 2, false},
               {"confidence", 0, true, Audience::programs}},
              {}};
  add_citation_columns(table);
  for (const query::DealRow& row : rows) {
    std::vector<Cell> cells = {cell_of(row.date),
                               row.kind,
                               roles_text(row.roles),
                               status_cell(row.modality),
                               terms_cell(row.terms, declaring(row, ontology), told_apart(row, ontology)),
                               cell_of(payments_text(row, ontology)),
                               static_cast<double>(row.filings),
                               source_text(row.source),
                               row.confidence};
    add_citation_cells(cells, row.source);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

ExitCode run_deals(const Options& options, Session& session) {
  Report report(session, options);
  const AskedGraph graph = open_graph(options.graph, report);
  const MeantThing company = find_thing(graph.store, options.what[0]);
  const std::vector<query::DealRow> rows = query::deals(graph.store, graph.ontology, company.uid, scope_of(options));
  const std::string summary = rows.empty() ? "no deal of " + company.name + " is known" : counted(rows.size(), "deal", "deals");
  return answer_with(table_of(rows, graph.ontology), graph, options, session, summary);
}

}  // namespace rxgraph::cli
