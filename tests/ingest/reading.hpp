#pragma once
/// What the tests of reading share.

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/read/read.hpp"

namespace rxgraph::ingest {

/// Keeps what was reported.
struct Reports : DiagnosticSink {
  void report(Diagnostic diagnostic) override {
    const bool no_fault = diagnostic.severity == Diagnostic::Severity::note && diagnostic.message.starts_with("passed over: ");
    (no_fault ? passed_over : all).push_back(std::move(diagnostic));
  }
  std::vector<Diagnostic> all;          ///< But for
  std::vector<Diagnostic> passed_over;  ///< what a folder or an archive holds besides filings.
};

inline FilingText read(std::string bytes) {
  Reports reports;
  return read_filing(RawFiling{"test.txt", Bytes(std::move(bytes))}, reports);
}

/// The texts of the blocks of a document.
inline std::vector<std::string> texts(const DocumentText& document) {
  std::vector<std::string> all;
  for (const Block& block : document.blocks) all.emplace_back(document.words(block.text));
  return all;
}

inline std::vector<std::string> block_texts(std::string bytes) {
  const FilingText text = read(std::move(bytes));
  return text.documents.empty() ? std::vector<std::string>() : texts(text.documents.front());
}

inline std::vector<std::string> sentence_texts(std::string bytes) {
  const FilingText text = read(std::move(bytes));
  std::vector<std::string> all;
  if (text.documents.empty()) return all;
  for (const Sentence& sentence : text.documents.front().sentences) all.emplace_back(text.documents.front().words(sentence.text));
  return all;
}

/// `body` as a page.
inline std::string page(std::string_view body) { return "<html><body>" + std::string(body) + "</body></html>"; }

/// How many sentences of `text` cannot be read again from the bytes that they are said to stand at.
inline std::size_t unverified(const FilingText& text, std::string_view file) {
  std::size_t count = 0;
  for (const DocumentText& document : text.documents) {
    for (const Sentence& sentence : document.sentences) {
      std::string shown;
      for (const ByteRange& range : document.map.bytes(sentence.text)) shown += read_passage(file, range) + " ";
      count += !same_words(shown, document.words(sentence.text));
    }
  }
  return count;
}

/// What must hold of every document, whatever the input: returns the first rule that is broken, or nothing.
inline std::string broken_rule(const DocumentText& document, std::string_view file) {
  if (document.map.size() != document.text.size()) return "the map covers the text";
  const ByteAccount& account = document.account;
  const ByteRange& body = document.document.body;
  if (account.text + account.markup + account.furniture + account.hidden + account.payload + account.unreadable != body.end - body.begin) return "the account adds up";
  std::vector<ByteRange> spent = document.map.file_ranges();
  std::uint64_t left_out = 0;
  for (const LeftOut& each : document.left_out) {
    if (each.where.begin >= each.where.end) return "nothing is left out that is empty";
    left_out += each.where.end - each.where.begin;
    spent.push_back(each.where);
  }
  if (left_out != account.furniture + account.hidden + account.payload + account.unreadable) return "what is left out is accounted for";
  if (!std::is_sorted(document.left_out.begin(), document.left_out.end(), [](const LeftOut& a, const LeftOut& b) { return a.where.begin < b.where.begin; })) {
    return "what is left out is in order";
  }
  std::sort(spent.begin(), spent.end());
  for (std::size_t i = 0; i < spent.size(); ++i) {
    if (spent[i].begin < body.begin || spent[i].end > body.end) return "what is left out stands in the body";
    if (i > 0 && spent[i].begin < spent[i - 1].end) return "no byte is spent twice";
  }
  std::uint32_t last = 0;
  for (const Block& block : document.blocks) {
    if (block.text.empty()) return "no block is empty";
    if (block.text.begin < last || block.text.end > document.text.size()) return "blocks are in order";
    last = block.text.end;
    if (document.words(block.text).find('\n') != std::string_view::npos) return "no line end stands inside a block";
    if (document.words(block.text).find("  ") != std::string_view::npos) return "no two blanks follow each other";
    if ((block.kind == Block::Kind::cell) != (block.table >= 0)) return "cells have a table";
    for (const ByteRange& range : document.map.bytes(block.text)) {
      if (range.begin > range.end || range.end > file.size()) return "bytes are bytes of the file";
    }
  }
  for (const Table& table : document.tables) {
    for (std::uint32_t i = table.first_block; i < table.last_block; ++i) {
      const Block& block = document.blocks[i];
      if (block.row >= table.rows || block.column >= table.columns) return "cells lie within their table";
    }
  }
  std::uint32_t next = 0;
  for (const Section& section : document.sections) {
    if (section.first_block < next || section.last_block <= section.first_block || section.last_block > document.blocks.size()) return "sections do not overlap";
    next = section.last_block;
  }
  for (const Sentence& sentence : document.sentences) {
    if (sentence.text.empty() || sentence.block >= document.blocks.size()) return "sentences stand in blocks";
    const std::string_view words = document.words(sentence.text);
    if (words.front() == ' ' || words.back() == ' ') return "sentences have no blanks around them";
  }
  return {};
}

}  // namespace rxgraph::ingest
