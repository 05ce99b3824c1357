#pragma once
/// What follows from statements by the derivations of an ontology.

#include <span>
#include <vector>

#include "base/values.hpp"
#include "ontology/model.hpp"

namespace rxgraph {

/// Most rounds in which derived statements are themselves premises.
constexpr int max_derivation_rounds = 8;

/// Most matches of one pattern that are followed for one choice of the patterns before it. It bounds what a
/// filing with a thousand parties in one breath can cost; real ones stay far below.
constexpr std::size_t max_derivation_fan_out = 256;

/// The statements that follow from `statements` and are not among them; sorted, without repeats.
///
/// Two things are the same if their `EntityRef::id` are equal: local ids within one filing, uids across a graph (the
/// caller sets them); where an id is empty, if type and name are. A symmetric premise matches either way round, and
/// nothing is derived between a thing and itself or against a signature.
///
/// - Premises that differ in a qualifier which both relations declare as identity do not join: the payer of a milestone
///   and the payee of an upfront payment are two payments.
/// - Qualifiers: those that the derived relation declares and a premise carries, if their values are legal there, and
///   those that `Derivation::qualifiers` names, and the status that follows from the modality where no premise carries one.
/// - Modality: the weakest of the premises (terminated, possible, planned, asserted). Confidence: that of the
///   weakest premise, since the premises of one deal stand and fall with the same sentence.
/// - Evidence: where the premises are told in one document, each passage of the first with the nearest passages of the others,
///   joined into one evidence. Where no document tells all of them, one passage of each premise stands there, and only
///   together do they say it.
/// - Rule: "derive.<id>".
///
/// A derived statement that says nothing more than one which is there (same ends, no other qualifier value) is left out.
/// Equal input in any order gives equal output. Time is linear in statements and matches.
std::vector<Statement> derive(const Ontology& ontology, std::span<const Statement> statements);

/// The same of statements that stand in several places; none may be null.
std::vector<Statement> derive(const Ontology& ontology, std::span<const Statement* const> statements);

}  // namespace rxgraph
