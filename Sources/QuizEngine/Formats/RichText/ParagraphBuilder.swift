/// Gathers the running text of one paragraph: white space collapses, marks nest, and what comes
/// out is in one form only, so that reading its own markup again changes nothing.
struct ParagraphBuilder {
  private struct Level {
    let mark: TextMark?
    /// How often the same mark was opened again inside itself.
    var again = 0
    var spans: [TextSpan] = []
    var words: [UInt8] = []
  }

  private var levels = [Level(mark: nil)]
  private var endsInSpace = false
  private(set) var isAtLineStart = true
  private(set) var isEmpty = true

  // MARK: Words

  mutating func add(_ octet: UInt8) {
    levels[levels.count - 1].words.append(octet)
    endsInSpace = false
    isAtLineStart = false
    isEmpty = false
  }

  mutating func addSpace() {
    guard !isAtLineStart, !endsInSpace else { return }
    levels[levels.count - 1].words.append(0x20)
    endsInSpace = true
  }

  /// Starts a new line; nothing at the start of a paragraph.
  mutating func addLineBreak() {
    guard !isEmpty else { return }
    // Code takes words alone.
    guard index(of: .code) == nil else { return addSpace() }
    trimSpace()
    finishWords()
    levels[levels.count - 1].spans.append(.lineBreak)
    isAtLineStart = true
  }

  // MARK: Marks

  mutating func open(_ mark: TextMark) {
    if let index = index(of: mark.kind) {
      levels[index].again += 1
    } else {
      finishWords()
      levels.append(Level(mark: mark))
    }
  }

  mutating func close(_ kind: TextMark.Kind) {
    guard let index = index(of: kind) else { return }
    if levels[index].again > 0 {
      levels[index].again -= 1
      return
    }
    // What was opened inside and is still open goes on behind.
    let inner = levels[(index + 1)...].map { Level(mark: $0.mark, again: $0.again) }
    while levels.count > index { closeLast() }
    levels += inner
  }

  /// There are as many kinds of marks as levels at most.
  private func index(of kind: TextMark.Kind) -> Int? {
    levels.lastIndex { $0.mark?.kind == kind }
  }

  private mutating func closeLast() {
    guard levels.count > 1, let level = levels.popLast(), let mark = level.mark else { return }
    let content = Self.merged(level, findsFormulas: mark.kind != .code)
    if !content.isEmpty { levels[levels.count - 1].spans.append(mark.span(content)) }
  }

  // MARK: The end

  /// The paragraph so far; open marks go on in the next one.
  mutating func finish() -> [TextSpan] {
    trimSpace()
    let marks = levels.map { Level(mark: $0.mark, again: $0.again) }
    while levels.count > 1 { closeLast() }
    let content = levels.first.map { Self.merged($0, findsFormulas: true) } ?? []
    levels = marks
    endsInSpace = false
    isAtLineStart = true
    isEmpty = true
    return Self.withoutLastBreaks(content)
  }

  private mutating func finishWords() {
    let last = levels.count - 1
    guard !levels[last].words.isEmpty else { return }
    levels[last].spans.append(.text(String(decoding: levels[last].words, as: UTF8.self)))
    levels[last].words.removeAll()
  }

  /// Takes back the space that was written last.
  private mutating func trimSpace() {
    guard endsInSpace else { return }
    endsInSpace = false
    for index in levels.indices.reversed() {
      if !levels[index].words.isEmpty {
        levels[index].words.removeLast()
        return
      }
      if let last = levels[index].spans.popLast() {
        if let rest = Self.withoutLastOctet(last) { levels[index].spans.append(rest) }
        return
      }
    }
  }

  private static func withoutLastOctet(_ span: TextSpan) -> TextSpan? {
    switch span {
    case .text(let words):
      let rest = words.utf8.dropLast()
      return rest.isEmpty ? nil : .text(String(decoding: rest, as: UTF8.self))
    case .code(let words):
      let rest = words.utf8.dropLast()
      return rest.isEmpty ? nil : .code(String(decoding: rest, as: UTF8.self))
    case .bold(let spans): return shortened(spans).map { .bold($0) }
    case .italic(let spans): return shortened(spans).map { .italic($0) }
    case .subscripted(let spans): return shortened(spans).map { .subscripted($0) }
    case .superscripted(let spans): return shortened(spans).map { .superscripted($0) }
    case .link(let address, let spans): return shortened(spans).map { .link(address: address, $0) }
    case .lineBreak, .formula: return span
    }
  }

  private static func shortened(_ spans: [TextSpan]) -> [TextSpan]? {
    guard let last = spans.last else { return nil }
    let rest = spans.dropLast() + (withoutLastOctet(last).map { [$0] } ?? [])
    return rest.isEmpty ? nil : Array(rest)
  }

  /// The spans of a level: neighbouring words as one, formulas found in them.
  private static func merged(_ level: Level, findsFormulas: Bool) -> [TextSpan] {
    var result: [TextSpan] = []
    var words: [UInt8] = []
    func flush() {
      guard !words.isEmpty else { return }
      result +=
        findsFormulas
        ? TextFormula.spans(words) : [.text(String(decoding: words, as: UTF8.self))]
      words.removeAll()
    }
    for span in level.spans {
      if case .text(let text) = span {
        words += text.utf8
      } else {
        flush()
        result.append(span)
      }
    }
    words += level.words
    flush()
    return result
  }

  /// Line breaks at the end, also inside marks, show nothing.
  private static func withoutLastBreaks(_ spans: [TextSpan]) -> [TextSpan] {
    var spans = spans
    while let last = spans.popLast() {
      let rest: TextSpan?
      switch last {
      case .lineBreak: rest = nil
      case .bold(let inner): rest = kept(inner).map { .bold($0) }
      case .italic(let inner): rest = kept(inner).map { .italic($0) }
      case .subscripted(let inner): rest = kept(inner).map { .subscripted($0) }
      case .superscripted(let inner): rest = kept(inner).map { .superscripted($0) }
      case .link(let address, let inner): rest = kept(inner).map { .link(address: address, $0) }
      case .text, .code, .formula: rest = last
      }
      if let rest { return spans + [rest] }
    }
    return []
  }

  private static func kept(_ inner: [TextSpan]) -> [TextSpan]? {
    let rest = withoutLastBreaks(inner)
    return rest.isEmpty ? nil : rest
  }
}
