#include <algorithm>

#include "base/names.hpp"
#include "ontology/readers.hpp"

namespace rxgraph::ontology {

namespace {

/// Reads what the files say of the question about a pipeline, file by file.
class PipelineReader {
 public:
  explicit PipelineReader(Reading& reading) : reading_(reading), ontology_(reading.ontology), faults_(reading.faults) {}

  void read(const JsonNode& node) {
    check_shape(node, shapes::pipeline, faults_);
    std::optional<PipelineQuestion>& question = ontology_.questions.pipeline;
    const bool extends = flag_of(node, "extends", false);
    if (extends && !question) faults_.add(node.place, "there is no question 'pipeline' to extend");
    if (!question) question.emplace();
    for (const char* member : {"holds", "thing"})
      if (!extends && !node.find(member)) faults_.add(node.place, std::string("the question 'pipeline' needs the member '") + member + "'");
    if (const JsonNode* thing = node.find("thing"); thing && !read_type_names({thing}, reading_).empty()) question->thing = thing->text;
    read_parts(node, *question);
    read_holds(node, *question);
    read_stage(node, *question);
    read_end(node, "purpose", true, *question, question->purpose);
    read_end(node, "sort", true, *question, question->sort);
    check_sort(node, *question);
    read_end(node, "ended", false, *question, question->ended);
  }

 private:
  /// The relation of that name; null, and told, where there is none.
  const Relation* relation(const JsonNode& name) const {
    const Relation* found = ontology_.relation(name.text);
    if (!found) faults_.add(name.place, "unknown relation " + in_quotes(name.text) + did_you_mean(name.text, relation_names(ontology_)));
    return found;
  }

  /// True if a thing of `type` may be one of `types`, or one of them may be it; also where `types` is empty, the fault of the relation itself.
  bool may_be(const std::vector<std::string>& types, const std::string& type) const {
    return types.empty() || std::any_of(types.begin(), types.end(), [&](const std::string& one) { return ontology_.is_a(one, type) || ontology_.is_a(type, one); });
  }

  static void add(std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }

  void read_parts(const JsonNode& node, PipelineQuestion& question) const {
    for (const JsonNode* name : text_nodes(node.find("parts")))
      if (const Relation* part = relation(*name)) {
        if (!question.thing.empty() && !may_be(part->subject_types, question.thing))
          faults_.add(name->place, in_quotes(part->name) + " begins at " + listed(part->subject_types) + "; a relation of 'parts' begins at " + question.thing);
        add(question.parts, part->name);
      }
  }

  void read_holds(const JsonNode& node, PipelineQuestion& question) const {
    const auto is_part = [&](const std::string& type) {
      return std::any_of(question.parts.begin(), question.parts.end(), [&](const std::string& part) { return may_be(ontology_.relation(part)->object_types, type); });
    };
    for (const JsonNode* name : text_nodes(node.find("holds")))
      if (const Relation* held = relation(*name)) {
        const std::vector<std::string>& ends = held->object_types;
        if (!question.thing.empty() && !may_be(ends, question.thing) && std::none_of(ends.begin(), ends.end(), is_part))
          faults_.add(name->place, in_quotes(held->name) + " ends at " + listed(ends) + "; a relation of 'holds' ends at " + question.thing + " or at a part of one");
        add(question.holds, held->name);
      }
  }

  void read_stage(const JsonNode& node, PipelineQuestion& question) const {
    read_end(node, "stage", true, question, question.stage);
    const Relation* stage = ontology_.relation(question.stage);
    if (const JsonNode* name = node.find("stage"); name && stage) check_ranks(*name, *stage);
    const JsonNode* each = node.find("each");
    if (!each || !each->is(JsonNode::Kind::text)) return;
    if (stage)
      check_qualifier(*each, *stage, faults_);
    else if (!node.find("stage"))
      faults_.add(each->place, "'each' is a qualifier of the relation 'stage', which is missing");
    question.each = each->text;
  }

  void check_sort(const JsonNode& node, const PipelineQuestion& question) const {
    const JsonNode* name = node.find("sort");
    const Relation* sort = ontology_.relation(question.sort);
    if (name && sort && !sort->attribute)
      faults_.add(name->place, in_quotes(sort->name) + " is no attribute; 'sort' names a relation with \"attribute\": true");
  }

  void check_ranks(const JsonNode& name, const Relation& stage) const {
    const auto ranks = [&](const Vocabulary& vocabulary) { return vocabulary.kind == "ranks" && may_be(stage.object_types, vocabulary.type); };
    if (std::none_of(ontology_.vocabularies.begin(), ontology_.vocabularies.end(), ranks))
      faults_.add(name.place, "nothing says how far a " + listed(stage.object_types) + " is; it needs a vocabulary of kind 'ranks'");
  }

  /// Reads the relation `member`, at whose subject (`begins`) or object the thing stands.
  void read_end(const JsonNode& node, const char* member, bool begins, const PipelineQuestion& question, std::string& into) const {
    const JsonNode* name = node.find(member);
    if (!name || !name->is(JsonNode::Kind::text)) return;
    const Relation* found = relation(*name);
    if (!found) return;
    const std::vector<std::string>& ends = begins ? found->subject_types : found->object_types;
    if (!question.thing.empty() && !may_be(ends, question.thing))
      faults_.add(name->place, in_quotes(found->name) + (begins ? " begins at " : " ends at ") + listed(ends) + "; the relation '" + member + "' " +
                                   (begins ? "begins at " : "ends at ") + question.thing);
    into = found->name;
  }

  Reading& reading_;
  Ontology& ontology_;
  Faults& faults_;
};

/// Reads what the files say of grants, file by file.
class GrantsReader {
 public:
  explicit GrantsReader(Reading& reading) : ontology_(reading.ontology), faults_(reading.faults) {}

  void read(const JsonNode& node) {
    check_shape(node, shapes::grants, faults_);
    std::optional<Grants>& grants = ontology_.questions.grants;
    const bool extends = flag_of(node, "extends", false);
    if (extends && !grants) faults_.add(node.place, "there is no question 'grants' to extend");
    if (!grants) grants.emplace();
    for (const char* member : {"giver", "taker", "thing"})
      if (!extends && !node.find(member)) faults_.add(node.place, std::string("the question 'grants' needs the member '") + member + "'");
    read_role(node, "giver", grants->giver);
    read_role(node, "taker", grants->taker);
    read_role(node, "thing", grants->thing);
    for (const JsonNode* name : text_nodes(node.find("parties")))
      if (const Relation* party = role(*name, "parties")) add(grants->parties, party->name);
    for (const JsonNode* word : text_nodes(node.find("words"))) read_word(*word, grants->words);
    read_payments(node, *grants);
    read_terms(node, *grants);
  }

 private:
  static void add(std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }

  /// The role of that name; null, and told, where there is none.
  const Relation* role(const JsonNode& name, const char* member) const {
    const Relation* found = ontology_.relation(name.text);
    if (!found)
      faults_.add(name.place, "unknown relation " + in_quotes(name.text) + did_you_mean(name.text, relation_names(ontology_)));
    else if (!found->role)
      faults_.add(name.place, in_quotes(name.text) + " is no role; " + in_quotes(member) + " names a relation with \"role\": true");
    return found && found->role ? found : nullptr;
  }

  void read_role(const JsonNode& node, const char* member, std::string& into) const {
    const JsonNode* name = node.find(member);
    if (!name || !name->is(JsonNode::Kind::text)) return;
    if (const Relation* found = role(*name, member)) into = found->name;
  }

  void read_word(const JsonNode& word, std::vector<std::string>& words) const {
    if (word.text.empty() || fold(word.text) != word.text)
      faults_.add(word.place, in_quotes(word.text) + " must be a word or its beginning in small letters, as in 'licens'");
    else
      add(words, word.text);
  }

  void read_payments(const JsonNode& node, Grants& grants) const {
    read_role(node, "payer", grants.payer);
    read_role(node, "payee", grants.payee);
    if ((node.find("payer") || node.find("payee")) && grants.payer.empty() != grants.payee.empty())
      faults_.add(node.place, std::string("the question 'grants' needs the member '") + (grants.payer.empty() ? "payer" : "payee") + "' beside '" +
                                  (grants.payer.empty() ? "payee" : "payer") + "'");
    const JsonNode* fees = node.find("fees");
    if (fees && grants.payer.empty() && !node.find("payer"))
      faults_.add(fees->place, "'fees' are qualifiers of the relation 'payer', which is missing");
    read_values(node, "fees", grants.payer, grants.fees);
  }

  void read_terms(const JsonNode& node, Grants& grants) const {
    read_values(node, "exclusive", grants.taker, grants.exclusive);
    read_values(node, "set", grants.taker, grants.set);
    const JsonNode* where = node.find("where");
    const Relation* taker = ontology_.relation(grants.taker);
    if (!where || !where->is(JsonNode::Kind::text) || !taker) return;
    check_qualifier(*where, *taker, faults_);
    const QualifierType* places = taker->qualifier(where->text);
    if (places && places->type != ValueType::text) faults_.add(where->place, in_quotes(where->text) + " is no text; 'where' names a qualifier of type \"text\"");
    grants.where = where->text;
  }

  /// Reads values of qualifiers of the relation `name`.
  void read_values(const JsonNode& node, const char* member, const std::string& name, Qualifiers& into) const {
    const JsonNode* values = node.find(member);
    const Relation* relation = ontology_.relation(name);
    if (values && values->is(JsonNode::Kind::object) && relation) into = read_qualifier_values(values, qualifiers_of(*relation), in_quotes(name), faults_);
  }

  Ontology& ontology_;
  Faults& faults_;
};

void read_deals(const JsonNode& node, Reading& reading) {
  check_shape(node, shapes::deals, reading.faults);
  std::vector<std::string>& kinds = reading.ontology.questions.kinds_of_deals;
  std::vector<std::string> closed;
  for (const Relation& relation : reading.ontology.relations)
    for (const QualifierType& qualifier : relation.qualifiers)
      if (qualifier.type == ValueType::closed) closed.push_back(qualifier.name);
  for (const JsonNode* name : text_nodes(node.find("kind"))) {
    if (std::find(closed.begin(), closed.end(), name->text) == closed.end())
      reading.faults.add(name->place, "no relation declares a qualifier " + in_quotes(name->text) + " with a closed list of values" + did_you_mean(name->text, closed));
    else if (std::find(kinds.begin(), kinds.end(), name->text) == kinds.end())
      kinds.push_back(name->text);
  }
}

/// What counts of what the files say of a question: the last that does not extend, and what extends that.
std::vector<const JsonNode*> said_of(std::string_view question, const std::vector<Layer>& layers) {
  std::vector<const JsonNode*> parts;
  for (const Layer& layer : layers) {
    const JsonNode* questions = layer.root.find("questions");
    const JsonNode* node = questions ? questions->find(question) : nullptr;
    if (!node || !node->is(JsonNode::Kind::object)) continue;
    if (!flag_of(*node, "extends", false)) parts.clear();
    parts.push_back(node);
  }
  return parts;
}

}  // namespace

void read_questions(Reading& reading) {
  for (const Layer& layer : reading.layers)
    if (const JsonNode* questions = layer.root.find("questions")) check_shape(*questions, shapes::questions, reading.faults);
  PipelineReader pipeline(reading);
  for (const JsonNode* node : said_of("pipeline", reading.layers)) pipeline.read(*node);
  for (const JsonNode* node : said_of("deals", reading.layers)) read_deals(*node, reading);
  GrantsReader grants(reading);
  for (const JsonNode* node : said_of("grants", reading.layers)) grants.read(*node);
}

}  // namespace rxgraph::ontology
