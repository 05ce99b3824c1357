#include <algorithm>
#include <map>
#include <set>

#include "base/names.hpp"
#include "ontology/readers.hpp"
#include "ontology/slots.hpp"

namespace rxgraph::ontology {

namespace {

/// What the slots of a frame may give.
struct Roles {
  std::string of;  ///< "'develops'" or "a Deal", for messages.
  std::map<std::string, std::vector<std::string>> ends;  ///< What makes statements, with the types each admits.
  std::vector<const QualifierType*> qualifiers;
};

Roles roles_of(const Relation& relation) {
  return {in_quotes(relation.name), {{"subject", relation.subject_types}, {"object", relation.object_types}}, qualifiers_of(relation)};
}

/// The role relations whose subject is `type`, and their qualifiers.
Roles roles_of_deal(const std::string& type, const Ontology& ontology) {
  Roles roles{"a " + type, {}, {}};
  for (const Relation& relation : ontology.relations) {
    const std::vector<std::string>& subjects = relation.subject_types;
    if (!relation.role || std::find(subjects.begin(), subjects.end(), type) == subjects.end()) continue;
    roles.ends[relation.name] = relation.object_types;
    for (const QualifierType* qualifier : qualifiers_of(relation)) roles.qualifiers.push_back(qualifier);
  }
  return roles;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// Reads the frames of one relation or one kind of deal.
class FrameReader {
 public:
  FrameReader(const Reading& reading, Roles roles) : ontology_(reading.ontology), faults_(reading.faults), roles_(std::move(roles)) {}

  /// Reads all of a frame but its id. Nothing where it has no trigger.
  std::optional<Frame> read(const JsonNode& node) {
    Frame frame;
    if (!read_trigger(node, frame)) return std::nullopt;
    for (const JsonMember& member : node.members)
      if (!is_reserved(member.name, shapes::frame)) read_slot(member, frame);
    read_set(node.find("set"), frame);
    frame.modality = read_modality(node.find("modality"), faults_);
    read_confidence(node, frame);
    if (const JsonNode* right = node.find("by_right"); right && right->is(JsonNode::Kind::boolean)) frame.by_right = right->boolean;
    return frame;
  }

  /// The roles that make statements and that `frame` fills.
  std::set<std::string> ends_of(const Frame& frame) const {
    std::set<std::string> ends;
    for (const auto& [name, value] : frame.set) {
      if (roles_.ends.contains(name)) ends.insert(name);
    }
    for (const FrameSlot& slot : frame.slots) {
      if (roles_.ends.contains(slot.role)) ends.insert(slot.role);
      if (slot.nested) ends.merge(ends_of(*slot.nested));
    }
    for (const auto& [name, values] : frame.set)
      if (roles_.ends.contains(name)) ends.insert(name);
    return ends;
  }

 private:
  /// Constant qualifiers, and the names of constant ends: `"object": "Approved"`.
  void read_set(const JsonNode* set, Frame& frame) {
    if (!set) return;
    JsonNode qualifiers = *set;
    std::erase_if(qualifiers.members, [&](const JsonMember& member) {
      if (!roles_.ends.contains(member.name)) return false;
      if (member.value.is(JsonNode::Kind::text) && !member.value.text.empty())
        frame.set[member.name] = {Value(member.value.text)};
      else
        faults_.add(member.value.place, "a constant " + in_quotes(member.name) + " must be a name");
      return true;
    });
    frame.set.merge(read_qualifier_values(&qualifiers, roles_.qualifiers, roles_.of, faults_));
  }

  static bool is_reserved(const std::string& name, const ObjectShape& shape) {
    return std::any_of(shape.members.begin(), shape.members.end(), [&](const MemberShape& m) { return m.name == name; });
  }

  bool read_trigger(const JsonNode& node, Frame& frame) {
    const JsonNode* verb = node.find("verb");
    const JsonNode* noun = node.find("noun");
    const JsonNode* columns = node.find("columns");
    if ((verb != nullptr) + (noun != nullptr) + (columns != nullptr) != 1) {
      faults_.add(node.place, "a frame needs one trigger: 'verb', 'noun' or 'columns'");
      for (const JsonMember& member : node.members)
        if (const std::string hint = did_you_mean(member.name, {"verb", "noun", "columns"}); !hint.empty() && !is_reserved(member.name, shapes::frame))
          faults_.add(member.place, "unknown member " + in_quotes(member.name) + hint);
      return false;
    }
    if (columns) {
      frame.trigger = Frame::Trigger::columns;
      if (columns->is(JsonNode::Kind::boolean) && !columns->boolean) faults_.add(columns->place, "'columns' can only be true");
      if (const JsonNode* exhibit = node.find("exhibit")) read_words(*exhibit, frame.words);
      return true;
    }
    if (const JsonNode* exhibit = node.find("exhibit")) faults_.add(exhibit->place, "'exhibit' goes with 'columns'");
    frame.trigger = verb ? Frame::Trigger::verb : Frame::Trigger::noun;
    read_words(verb ? *verb : *noun, frame.words);
    return true;
  }

  void read_words(const JsonNode& node, std::vector<std::string>& words) {
    for (const JsonNode* word : text_nodes(&node)) {
      if (word->text.empty()) faults_.add(word->place, "an empty word");
      read_word(*word, words);
    }
    if (node.is(JsonNode::Kind::array) && node.items.empty()) faults_.add(node.place, "a trigger needs at least one word");
  }

  /// A word of a trigger or of a column's head; "@name" stands for all terms of that vocabulary.
  void read_word(const JsonNode& node, std::vector<std::string>& words) {
    if (!node.text.starts_with('@')) {
      words.push_back(node.text);
      return;
    }
    const std::string name = node.text.substr(1);
    std::vector<std::string> lists;
    for (const Vocabulary& one : ontology_.vocabularies) {
      if (one.kind != "words") continue;
      lists.push_back(one.name);
      if (one.name != name) continue;
      for (const Term& term : one.terms) words.push_back(term.name);
      return;
    }
    faults_.add(node.place, in_quotes(node.text) + " is no vocabulary of kind 'words'" + did_you_mean(name, lists));
  }

  void read_confidence(const JsonNode& node, Frame& frame) {
    const JsonNode* confidence = node.find("confidence");
    if (!confidence || !confidence->is(JsonNode::Kind::number)) return;
    if (confidence->number > 0 && confidence->number <= 1)
      frame.confidence = confidence->number;
    else
      faults_.add(confidence->place, "'confidence' must be above 0 and at most 1");
  }

  void read_slot(const JsonMember& member, Frame& frame) {
    if (frame.trigger == Frame::Trigger::columns) {
      read_column(member, frame);
      return;
    }
    FrameSlot slot;
    slot.slots = split(member.name, '|');
    for (const std::string& name : slot.slots) check_slot(name, member.place, frame.trigger);
    if (member.value.is(JsonNode::Kind::text))
      read_role(member.value.text, member.value.place, slot);
    else if (member.value.is(JsonNode::Kind::object))
      slot.nested = read_nested(member.value);
    else
      faults_.add(member.value.place, "the slot " + in_quotes(member.name) + " must be given a role or a nested noun frame, not " +
                                          std::string(words_of(member.value.kind)));
    frame.slots.push_back(std::move(slot));
  }

  void check_slot(const std::string& name, const Place& place, Frame::Trigger trigger) {
    if (is_slot(name, trigger)) return;
    std::vector<std::string> choices = slot_names(trigger);
    for (const char* key : {"verb", "noun", "columns", "set", "modality", "confidence", "by_right", "type", "id"}) choices.emplace_back(key);
    std::string hint = did_you_mean(name, choices);
    if (hint.empty()) {
      std::vector<std::string> kinds = grammatical_slots(trigger);
      if (trigger == Frame::Trigger::noun) kinds.insert(kinds.end(), {"a participle such as 'targeting'", "a hyphen form such as '-targeting'"});
      kinds.emplace_back("a preposition");
      hint = "; it is " + listed(kinds);
    }
    faults_.add(place, "unknown slot " + in_quotes(name) + hint);
  }

  std::shared_ptr<const Frame> read_nested(const JsonNode& node) {
    check_shape(node, shapes::nested_frame, faults_);
    auto frame = std::make_shared<Frame>();
    frame->trigger = Frame::Trigger::noun;
    if (const JsonNode* noun = node.find("noun")) read_words(*noun, frame->words);
    for (const JsonMember& member : node.members)
      if (!is_reserved(member.name, shapes::nested_frame)) read_slot(member, *frame);
    frame->set = read_set(node);
    return frame;
  }

  /// The constants of a frame: qualifiers, and names for the roles that make statements.
  Qualifiers read_set(const JsonNode& node) {
    std::vector<QualifierType> ends;
    for (const auto& [name, types] : roles_.ends) ends.push_back({name, ValueType::text, {}, {}, {}, {}, {}});
    std::vector<const QualifierType*> known = roles_.qualifiers;
    for (const QualifierType& end : ends) known.push_back(&end);
    return read_qualifier_values(node.find("set"), known, roles_.of, faults_);
  }

  void read_column(const JsonMember& member, Frame& frame) {
    FrameSlot slot;
    read_role(member.name, member.place, slot);
    for (const JsonNode* header : text_nodes(&member.value)) read_word(*header, slot.slots);
    if (slot.slots.empty()) faults_.add(member.value.place, "the column of " + in_quotes(member.name) + " needs header words");
    frame.slots.push_back(std::move(slot));
  }

  /// Reads "subject", "subject:Company|Organization" or "licensor?".
  void read_role(std::string_view text, const Place& place, FrameSlot& slot) {
    slot.optional = text.ends_with('?');
    const bool required = text.ends_with('!');
    if (slot.optional || required) text.remove_suffix(1);
    const std::size_t colon = std::min(text.find(':'), text.size());
    slot.role = text.substr(0, colon);
    const auto end = roles_.ends.find(slot.role);
    const auto qualifier = std::find_if(roles_.qualifiers.begin(), roles_.qualifiers.end(),
                                        [&](const QualifierType* q) { return q->name == slot.role; });
    if (end == roles_.ends.end() && qualifier == roles_.qualifiers.end()) {
      std::vector<std::string> names;
      for (const auto& [name, types] : roles_.ends) names.push_back(name);
      for (const QualifierType* q : roles_.qualifiers) names.push_back(q->name);
      faults_.add(place, "unknown role " + in_quotes(slot.role) + " of " + roles_.of + did_you_mean(slot.role, names));
      return;
    }
    if (end == roles_.ends.end()) slot.optional = !required;
    if (colon < text.size())
      read_narrowing(text.substr(colon + 1), place, end != roles_.ends.end() ? end->second : (*qualifier)->entity_types, slot);
  }

  void read_narrowing(std::string_view text, const Place& place, const std::vector<std::string>& admitted, FrameSlot& slot) {
    for (const std::string& name : split(text, '|')) {
      if (!ontology_.type(name)) {
        faults_.add(place, "unknown type " + in_quotes(name) + did_you_mean(name, type_names(ontology_)));
        continue;
      }
      const bool fits = std::any_of(admitted.begin(), admitted.end(), [&](const std::string& one) {
        return ontology_.is_a(name, one) || ontology_.is_a(one, name);
      });
      if (!fits)
        faults_.add(place, "the role " + in_quotes(slot.role) + " of " + roles_.of + " admits " +
                               (admitted.empty() ? "no thing" : listed(admitted)) + ", not " + name);
      slot.types.push_back(name);
    }
  }

  const Ontology& ontology_;
  Faults& faults_;
  Roles roles_;
};

std::string_view word_of(Frame::Trigger trigger) {
  switch (trigger) {
    case Frame::Trigger::verb: return "verb";
    case Frame::Trigger::noun: return "noun";
    case Frame::Trigger::columns: return "columns";
  }
  return "";
}

/// Gives frames their ids: the one in the file, or "<of>.<trigger>.<n>".
class FrameIds {
 public:
  explicit FrameIds(Faults& faults) : faults_(faults) {}

  /// Returns true where the id is that of a frame of a file before, which it replaces.
  bool name(const JsonNode& node, const std::string& of, Frame& frame) {
    const std::string prefix = of + "." + std::string(word_of(frame.trigger)) + ".";
    const int number = ++numbers_[prefix];
    const JsonNode* id = node.find("id");
    const bool given = id && id->is(JsonNode::Kind::text) && check_name(id->text, id->place, NameForm::dotted, "frame", faults_);
    frame.id = given ? id->text : prefix + std::to_string(number);
    const Place place = given ? id->place : node.place;
    const auto [known, is_new] = places_.try_emplace(frame.id, place);
    if (is_new) return false;
    if (known->second.file == place.file) faults_.add(place, "frame " + in_quotes(frame.id) + " is given twice; first in line " + std::to_string(known->second.line));
    known->second = place;
    return true;
  }

 private:
  Faults& faults_;
  std::map<std::string, int> numbers_;
  std::map<std::string, Place> places_;
};

void read_relation_frames(const Declaration& declaration, Relation& relation, const Reading& reading, FrameIds& ids) {
  FrameReader reader(reading, roles_of(relation));
  for (const Declared& part : declaration.parts)
    for (const JsonNode* node : objects_of(*part.node, "frames")) {
      check_shape(*node, shapes::frame, reading.faults);
      if (const JsonNode* type = node->find("type")) reading.faults.add(type->place, "'type' belongs to a frame of 'deals'");
      std::optional<Frame> frame = reader.read(*node);
      if (!frame) continue;
      for (const char* end : {"subject", "object"})
        if (!reader.ends_of(*frame).contains(end)) reading.faults.add(node->place, std::string("no slot of this frame gives the ") + end);
      const bool replaces = ids.name(*node, relation.name, *frame);
      const auto same = std::find_if(relation.frames.begin(), relation.frames.end(), [&](const Frame& f) { return f.id == frame->id; });
      if (replaces && same != relation.frames.end())
        *same = std::move(*frame);
      else
        relation.frames.push_back(std::move(*frame));
    }
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

void read_deal_frame(const JsonNode& node, Reading& reading, FrameIds& ids) {
  Ontology& ontology = reading.ontology;
  check_shape(node, shapes::frame, reading.faults);
  const JsonNode* type = node.find("type");
  if (!type) reading.faults.add(node.place, "a deal needs the member 'type', the type of the thing that it makes");
  if (!type || !type->is(JsonNode::Kind::text)) return;
  const EntityType* known = ontology.type(type->text);
  if (!known) reading.faults.add(type->place, "unknown type " + in_quotes(type->text) + did_you_mean(type->text, type_names(ontology)));
  if (known && known->named) reading.faults.add(type->place, "a deal makes a thing that is not named, as Deal is; " + type->text + " is named");
  if (!known || known->named) return;
  FrameReader reader(reading, roles_of_deal(type->text, ontology));
  std::optional<Frame> frame = reader.read(node);
  if (!frame) return;
  if (reader.ends_of(*frame).empty()) reading.faults.add(node.place, "no slot of this frame gives a role of a " + type->text);
  const bool replaces = ids.name(node, lower(type->text), *frame);
  const auto same = std::find_if(ontology.deal_frames.begin(), ontology.deal_frames.end(),
                                 [&](const DealFrame& deal) { return deal.frame.id == frame->id; });
  if (replaces && same != ontology.deal_frames.end())
    *same = {type->text, std::move(*frame)};
  else
    ontology.deal_frames.push_back({type->text, std::move(*frame)});
}

}  // namespace

void read_frames(Reading& reading) {
  FrameIds ids(reading.faults);
  for (std::size_t i = 0; i < reading.relations.size(); ++i)
    read_relation_frames(reading.relations[i], reading.ontology.relations[i], reading, ids);
  for (const Layer& layer : reading.layers)
    for (const JsonNode* node : objects_of(layer.root, "deals")) read_deal_frame(*node, reading, ids);
}

}  // namespace rxgraph::ontology
