/// A run of text with the facts of law cited at its end.
struct CitingStatement: Hashable {
  var text = ""
  var laws: [String] = []
  let location: SourceLocation
}

extension MarkdownDocument {
  /// Every cited statement of the paragraphs, in the order of the file.
  func citingStatements(file: String) -> [CitingStatement] {
    passages.flatMap { passage in
      let location = SourceLocation(file: file, line: passage.line, column: 1)
      var collector = CitationCollector(location)
      collector.add(passage.content)
      return collector.finish()
    }
  }
}

/// Cuts a paragraph behind each group of citations.
private struct CitationCollector {
  private var current: CitingStatement
  private var finished: [CitingStatement] = []

  init(_ location: SourceLocation) {
    current = CitingStatement(location: location)
  }

  mutating func add(_ content: [MarkdownInline]) {
    for inline in content {
      switch inline {
      case .emphasis(let content), .strong(let content): add(content)
      case .link(let link):
        let target = MarkdownLinkTarget(link.destination)
        let words = MarkdownInline.plainText(link.content)
        if case .law(let id) = target {
          // A citation with words of its own is part of the statement.
          if !words.utf8.elementsEqual(id.utf8) { add(words) }
          current.laws.append(id)
        } else {
          add(link.content)
        }
      default: add(MarkdownInline.plainText([inline]))
      }
    }
  }

  mutating func finish() -> [CitingStatement] {
    if !current.laws.isEmpty { finished.append(current) }
    return finished
  }

  /// Spaces between two citations end no statement.
  private mutating func add(_ text: String) {
    if !current.laws.isEmpty, ConditionReview.wordCount(text) > 0 {
      finished.append(current)
      current = CitingStatement(location: current.location)
    }
    current.text += text
  }
}
