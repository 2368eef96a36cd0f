/// A statement that may have dropped the condition of the fact it cites.
package struct ConditionReview: Hashable, Sendable {
  package let location: SourceLocation
  package let fact: String
  /// Words of the statement.
  package let words: Int
  /// Words of the condition.
  package let needed: Int
  package let condition: String

  /// Statements for a second look: the text that carries a citation has fewer words than the
  /// condition of the cited fact has in the same language, so it cannot be saying all of it.
  ///
  /// In a lesson that text runs from the paragraph's beginning, or from the citation before, to the
  /// citation; of a question it is the prompt with the explanation. A longer text may still leave
  /// the condition out, and a short one may refer to it: this lists, it does not judge.
  package static func list(_ catalogue: Catalogue) throws(SourceIssues) -> [ConditionReview] {
    guard let files = catalogue.files else { return [] }
    var found: [ConditionReview] = []
    for path in CitingFiles.all(of: catalogue, in: files) {
      let isEnglish = path.hasSuffix(".en.md") || path.hasSuffix(".en.gift")
      for statement in try statements(path, files) {
        for id in statement.laws {
          let conditions = catalogue.laws[id]?.conditions
          guard let condition = conditions?[isEnglish ? .english : .vietnamese] else { continue }
          let words = wordCount(statement.text)
          let needed = wordCount(condition)
          guard words < needed else { continue }
          found.append(
            ConditionReview(
              location: statement.location, fact: id, words: words, needed: needed,
              condition: condition))
        }
      }
    }
    return found
  }

  private static func statements(
    _ path: String, _ files: SourceFiles
  ) throws(SourceIssues) -> [CitingStatement] {
    let bytes = try files.bytes(path)
    let name = files.name(path)
    guard path.hasSuffix(".gift") else {
      return MarkdownDocument(String(decoding: bytes, as: UTF8.self)).citingStatements(file: name)
    }
    return GIFTParser.read(bytes, file: name).questions.map { question in
      CitingStatement(
        text: question.prompt.text + " " + (question.generalFeedback?.text ?? ""),
        laws: question.citedLaws, location: question.location)
    }
  }

  /// Runs of octets between white space that hold a letter or a digit.
  static func wordCount(_ text: String) -> Int {
    text.utf8.split { $0 <= 0x20 }.count { word in
      word.contains { $0 >= 0x80 || isLetterOrDigit($0) }
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
