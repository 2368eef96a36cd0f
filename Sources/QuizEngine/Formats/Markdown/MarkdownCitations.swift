/// The facts of law that wait for the mark at the end of their paragraph.
struct MarkdownCitations {
  /// Cited since the last mark, each once, in the order of the text; as many as a mark opens.
  private var waiting: [String] = []
  /// What the marks of this list, and of the paragraph before it, already open.
  private var opened: Set<String> = []
  private var listDepth = 0

  mutating func add(_ identifier: String) {
    if waiting.count < MarkdownOptions.lawsOfMark, !waiting.contains(identifier) {
      waiting.append(identifier)
    }
  }

  mutating func beginList() { listDepth += 1 }
  mutating func endList() { listDepth -= 1 }

  /// The facts for a mark here; empty where a list repeats what a mark above opens.
  mutating func takeForMark() -> [String] {
    let cited = waiting
    waiting = []
    guard listDepth > 0 else {
      opened = Set(cited)
      return cited
    }
    if opened.isSuperset(of: cited) { return [] }
    opened.formUnion(cited)
    return cited
  }
}

extension MarkdownRenderer {
  /// One quiet mark that opens all facts cited in the paragraph; codes are for authors.
  mutating func writeLawMark() {
    let laws = citations.takeForMark()
    guard !laws.isEmpty else { return }
    markup.write("<a class=\"law law-mark\" href=\"/law/")
    markup.writeAddress(laws.joined(separator: ","))
    markup.write("\" aria-label=\"")
    markup.writeEscaped(options.lawLabel)
    markup.write("\" title=\"")
    markup.writeEscaped(options.lawLabel)
    markup.write("\">§</a>")
  }
}
