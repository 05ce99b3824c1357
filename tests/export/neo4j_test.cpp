#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "export/neo4j_files.hpp"
#include "tests/export/graphs.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

namespace {

/// A strict RFC 4180 reader: rows of cells, and whether each was quoted.
struct Cell {
  std::string text;
  bool quoted = false;
};

std::vector<std::vector<Cell>> rows_of(const std::string& csv) {
  std::vector<std::vector<Cell>> rows;
  std::size_t at = 0;
  while (at < csv.size()) {
    rows.emplace_back();
    for (bool more = true; more;) {
      Cell cell;
      if (at < csv.size() && csv[at] == '"') {
        cell.quoted = true;
        for (++at; at < csv.size(); ++at) {
          if (csv[at] == '"' && (at + 1 >= csv.size() || csv[at + 1] != '"')) break;
          if (csv[at] == '"') ++at;
          cell.text.push_back(csv[at]);
        }
        ++at;
      } else {
        while (at < csv.size() && csv[at] != ',' && csv[at] != '\n') {
          REQUIRE(csv[at] != '"');
          cell.text.push_back(csv[at++]);
        }
      }
      rows.back().push_back(cell);
      REQUIRE(at < csv.size());
      REQUIRE((csv[at] == ',' || csv[at] == '\n'));
      more = csv[at++] == ',';
    }
  }
  return rows;
}

struct Folder : ScratchFolder {
  explicit Folder(const VectorView& view, EvidenceChoice choice = EvidenceChoice::all) { export_to(*this / "import", view, "neo4j", {choice, ""}); }
  std::string file(const std::string& name) const { return content_of(*this / ("import/" + name)); }
};

}  // namespace

TEST_CASE("a small graph as an import folder") {
  const Folder folder(small_view());
  CHECK(folder.file("nodes_Company_header.csv") == "uid:ID(Thing),name:string,type:string,aliases:string[],filings:long,cik:string\n");
  CHECK(folder.file("nodes_Company.csv") ==
        "\"company/acme\",\"Acme Biotech, Inc.\",\"Company\",\"Acme\x1F" "Acme | Co\",1,\"0000000001\"\n"
        "\"company/widget\",\"Widget <& Sons> AG\",\"Company\",,1,\n");
  CHECK(folder.file("edges_PAYS_header.csv") ==
        ":START_ID(Thing),:END_ID(Thing),uid:string,modality:string,confidence:double,derived:boolean,rules:string[],amount:long,date:string,date_first:date,date_last:date,"
        "sentence:string,filing:string,accession:string,form:string,filed:date,dated:string,document:long,section:string,begin:long,end:long,passages:long,further:string\n");
  CHECK(folder.file("edges_PAYS.csv") ==
        "\"company/widget\",\"company/acme\",\"00000000000000000000000000000002\",\"planned\",1,true,\"pays.noun.1\x1Fpays.verb.2\",5000000,\"2007-07\",2007-07-01,2007-07-31,"
        "\"Acme is developing ACM-1.\",\"0123456789abcdef0123456789abcdef\",\"0000000001-07-000001\",\"8-K\",2007-07-31,,1,\"8.01\",10,40,2,"
        R"("[{""filing"":""0123456789abcdef0123456789abcdef"",""accession"":""0000000001-07-000001"",""form"":""8-K"",""filed"":""2007-07-31"",""document"":1,)"
        R"(""section"":""8.01"",""ranges"":[[50,60],[70,90]],""context"":[[45,49]],""text"":""It earned \""5\"" million.""}]")"
        "\n");
  const std::string script = folder.file("import.sh");
  CHECK(script.find("exec \"${NEO4J_ADMIN:-neo4j-admin}\" database import full \"$database\" \"$@\" \\\n"
                    "  --array-delimiter=U+001F \\\n"
                    "  --nodes=Company=./nodes_Company_header.csv,./nodes_Company.csv \\\n"
                    "  --nodes=Conjugate:Compound=./nodes_Conjugate_header.csv,./nodes_Conjugate.csv \\\n"
                    "  --relationships=DEVELOPS=./edges_DEVELOPS_header.csv,./edges_DEVELOPS.csv \\\n"
                    "  --relationships=PAYS=./edges_PAYS_header.csv,./edges_PAYS.csv\n") != std::string::npos);
  CHECK(folder.file("constraints.cypher").find("CREATE CONSTRAINT node_compound_uid IF NOT EXISTS FOR (n:`Compound`) REQUIRE n.uid IS UNIQUE;\n") != std::string::npos);
  CHECK(folder.file("README.txt").starts_with("An import folder for Neo4j 5"));
}

TEST_CASE("import.sh hands its words to neo4j-admin") {
  const Folder folder(small_view());
  int status = 0;
  const std::string said = run("NEO4J_ADMIN=echo " + (folder / "import/import.sh") + " pipeline --overwrite-destination", status);
  CHECK(status == 0);
  CHECK(said.starts_with("database import full pipeline --overwrite-destination --array-delimiter=U+001F --nodes=Company=./nodes_Company_header.csv,"));
  CHECK(run("NEO4J_ADMIN=echo " + (folder / "import/import.sh"), status).starts_with("database import full neo4j --array"));
}

TEST_CASE("hostile values stay in their cells") {
  const Folder folder(hostile_view());
  std::map<std::string, std::size_t> rows;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "import")) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".csv") || name.ends_with("_header.csv")) continue;
    const std::string stem = name.substr(0, name.size() - 4);
    const auto header = rows_of(folder.file(stem + "_header.csv"));
    const std::string content = folder.file(name);
    const auto data = rows_of(content);
    rows[stem] = data.size();
    REQUIRE(header.size() == 1);
    for (const auto& row : data) {
      REQUIRE(row.size() == header[0].size());
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string& head = header[0][i].text;
        if (head.ends_with("[]") || row[i].text.empty()) continue;
        if (head.ends_with(":date")) CHECK(is_day(row[i].text));
        CHECK((row[i].quoted == (head.ends_with(":string") || head.find("ID(") != std::string::npos)));
        if (head.ends_with(":long")) CHECK(row[i].text.find_first_not_of("-0123456789") == std::string::npos);
        if (head.ends_with(":boolean")) CHECK((row[i].text == "true" || row[i].text == "false"));
      }
    }
  }
  CHECK(rows == std::map<std::string, std::size_t>{{"nodes_Company", 2}, {"nodes_Compound", 10}, {"nodes_Conjugate", 1}, {"nodes_Odd_Type__x_", 8},
                                                   {"edges_DEVELOPS", 5}, {"edges_PAYS", 11}, {"edges_ODD_RELATION", 6}});
}

TEST_CASE("line ends are kept, and the import is told of them") {
  CHECK(Folder(small_view()).file("import.sh").find("multiline") == std::string::npos);
  const Folder folder(hostile_view());
  CHECK(folder.file("import.sh").find("  --multiline-fields=true \\\n") != std::string::npos);
  bool found = false;
  for (const auto& row : rows_of(folder.file("nodes_Odd_Type__x_.csv"))) found |= row[1].text == "lines\nof\r\nmany\rkinds\n";
  CHECK(found);
}

TEST_CASE("a day is a date only where it is one") {
  VectorView view = small_view();
  view.filings[0].filed = "2007-02-30";
  const auto pays = [](const VectorView& of) { return rows_of(Folder(of).file("edges_PAYS.csv"))[0]; };
  CHECK(pays(view)[15].text.empty());
  view.filings[0].filed = "2007-02-28";
  CHECK(pays(view)[15].text == "2007-02-28");
  view.edges[1].qualifiers["date"] = {std::string("2009"), std::string("2007-02"), std::string("soon")};
  const auto row = pays(view);
  CHECK(row[8].text == "2009\x1F" "2007-02\x1Fsoon");
  CHECK(row[9].text == "2007-02-01");
  CHECK(row[10].text == "2009-12-31");
}

TEST_CASE("constraints for the Community edition and those beyond it stand apart") {
  const Folder folder(small_view());
  const std::string community = folder.file("constraints.cypher");
  CHECK(community.find("IS NOT NULL") == std::string::npos);
  CHECK(community.find("IS ::") == std::string::npos);
  CHECK(community.find("CREATE CONSTRAINT edge_pays_uid IF NOT EXISTS FOR ()-[r:`PAYS`]-() REQUIRE r.uid IS UNIQUE;\n") != std::string::npos);
  const std::string enterprise = folder.file("constraints_enterprise.cypher");
  CHECK(enterprise.find("CREATE CONSTRAINT edge_pays_filed_day IF NOT EXISTS FOR ()-[r:`PAYS`]-() REQUIRE r.filed IS :: DATE;\n") != std::string::npos);
  CHECK(enterprise.find("UNIQUE") == std::string::npos);
}

TEST_CASE("what the import would damage without a word is left out or made safe") {
  const Folder folder(hostile_view());
  SUBCASE("a position beyond a Java long") {
    const auto header = rows_of(folder.file("edges_PAYS_header.csv"))[0];
    std::size_t end = 0;
    while (header[end].text != "end:long") ++end;
    const auto rows = rows_of(folder.file("edges_PAYS.csv"));
    CHECK(rows.front()[end].text == "40");
    CHECK(rows.back()[end - 1].text == "1");
    CHECK(rows.back()[end].text.empty());
  }
  SUBCASE("an array delimiter that no element holds") {
    CHECK(folder.file("import.sh").find("--array-delimiter=U+001E") != std::string::npos);
    for (const auto& row : rows_of(folder.file("nodes_Odd_Type__x_.csv"))) {
      CHECK(std::count(row[3].text.begin(), row[3].text.end(), '\x1E') == 15);
      CHECK(std::count(row[3].text.begin(), row[3].text.end(), '\x1F') == 2);
    }
  }
  SUBCASE("elements that hold every delimiter lose one") {
    VectorView view = small_view();
    view.nodes[0].aliases = {"a\x1C" "b\x1D" "c\x1E" "d\x1F" "e", "f"};
    const Folder all(view);
    CHECK(rows_of(all.file("nodes_Company.csv"))[0][3].text == "a\x1C" "b\x1D" "c\x1E" "d e\x1F" "f");
  }
  SUBCASE("several amounts and mixed values") {
    const std::string header = folder.file("edges_DEVELOPS_header.csv");
    CHECK(header.find(",amount:double[],mixed:string[],") != std::string::npos);
  }
  SUBCASE("odd property names") {
    const std::string header = folder.file("edges_PAYS_header.csv");
    CHECK(header.find("odd_q__x_:boolean") != std::string::npos);
    CHECK(header.find("q_weight:double") != std::string::npos);
    CHECK(folder.file("nodes_Odd_Type__x__header.csv") == "uid:ID(Thing),name:string,type:string,aliases:string[],filings:long,cik:string,id_label:string,odd_id__x_:string\n");
  }
}

TEST_CASE("evidence columns follow the choice") {
  CHECK(Folder(small_view(), EvidenceChoice::none).file("edges_PAYS_header.csv").ends_with("date_first:date,date_last:date\n"));
  CHECK(Folder(small_view(), EvidenceChoice::first).file("edges_PAYS_header.csv").ends_with("passages:long\n"));
  for (const EvidenceChoice choice : {EvidenceChoice::none, EvidenceChoice::first, EvidenceChoice::all}) {
    const Folder folder(small_view(), choice);
    CHECK(rows_of(folder.file("edges_PAYS.csv"))[0].size() == rows_of(folder.file("edges_PAYS_header.csv"))[0].size());
  }
}

TEST_CASE("names that would be no labels are made some, and no two relations share a type") {
  VectorView view = small_view();
  view.edges[0].relation = "a b";
  view.edges[1].relation = "A-B";
  const Folder folder(view);
  CHECK(rows_of(folder.file("edges_A_B.csv")).size() == 1);
  CHECK(rows_of(folder.file("edges_A_B_2.csv")).size() == 1);
  CHECK(folder.file("import.sh").find("--relationships=A_B_2=./edges_A_B_2_header.csv") != std::string::npos);
}

TEST_CASE("a row that is longer than the import's buffer asks for a larger one") {
  VectorView view = small_view();
  CHECK(Folder(view).file("import.sh").find("read-buffer") == std::string::npos);
  view.edges[0].evidence[0].text = std::string(5'000'000, 'x');
  CHECK(Folder(view).file("import.sh").find("--read-buffer-size=12582912") != std::string::npos);
}

TEST_CASE("an empty graph has nothing to import, and import.sh says so") {
  const Folder folder{VectorView()};
  int status = 0;
  CHECK(run(folder / "import/import.sh", status) == "the graph is empty: there is nothing to load\n");
  CHECK(status == 1);
}
