/// Reads running text: one pass makes tokens, then emphasis is matched, then the tree is built.
struct MarkdownInlineParser {
  let text: [UInt8]
  private let segments: [MarkdownSegment]
  private let references: [[UInt8]: MarkdownReference]
  private var referenceBudget: Int

  private(set) var start = 0
  private(set) var end = 0
  var position = 0
  var tokens: [MarkdownToken] = []
  /// Resolved character references.
  var resolved: [UInt8] = []
  var targets: [MarkdownTarget] = []
  var delimiters: [MarkdownDelimiter] = []
  var lastDelimiter: Int?
  var marks: [MarkdownMark] = []
  var brackets: [MarkdownBracket] = []
  /// Link openers below this height of `brackets` stand around a link and cannot be links.
  var inactiveHeight = 0
  /// The last start of a backtick run of each length.
  var lastBackticks: [Int: Int]?
  /// What was searched for in vain: it is not in the rest of the text.
  var missing: MarkdownMissing = []

  init(text: [UInt8], segments: [MarkdownSegment], references: [[UInt8]: MarkdownReference]) {
    self.text = text
    self.segments = segments
    self.references = references
    referenceBudget = max(text.count, MarkdownLimits.referenceBudget)
  }

  mutating func parse(_ range: Range<Int>) -> [MarkdownInline] {
    reset(to: range)
    while position < end { readToken() }
    matchEmphasis(after: nil)
    var builder = MarkdownInlineBuilder(self)
    return builder.build()
  }

  private mutating func reset(to range: Range<Int>) {
    (start, end) = (range.lowerBound, min(range.upperBound, text.count))
    position = start
    tokens.removeAll(keepingCapacity: true)
    resolved.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    delimiters.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
    lastDelimiter = nil
    inactiveHeight = 0
    lastBackticks = nil
    missing = []
  }

  private mutating func readToken() {
    switch text[position] {
    case MarkdownByte.newline: readNewline()
    case MarkdownByte.backslash: readBackslash()
    case MarkdownByte.backtick: readCode()
    case MarkdownByte.star, MarkdownByte.underscore: readDelimiters()
    case MarkdownByte.openBracket: openBracket(isImage: false)
    case MarkdownByte.exclamation where byte(at: position + 1) == MarkdownByte.openBracket:
      openBracket(isImage: true)
    case MarkdownByte.closeBracket: closeBracket()
    case MarkdownByte.less: readAngle()
    case MarkdownByte.ampersand: readEntity()
    default: readText()
    }
  }

  private mutating func readText() {
    var stop = position + 1
    while stop < end, !Self.isSpecial(text[stop]) { stop += 1 }
    addText(upTo: stop)
  }

  /// Whether a byte may begin something other than text.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    // Two words of bits: newline ! & * < and [ \ ] _ `
    let low: UInt64 = 1 << 0x0A | 1 << 0x21 | 1 << 0x26 | 1 << 0x2A | 1 << 0x3C
    let high: UInt64 = 1 << 0x1B | 1 << 0x1C | 1 << 0x1D | 1 << 0x1F | 1 << 0x20
    if byte < 0x40 { return low >> UInt64(byte) & 1 == 1 }
    return byte < 0x80 && high >> UInt64(byte & 0x3F) & 1 == 1
  }

  /// Takes the bytes from the position as text.
  mutating func addText(upTo stop: Int) {
    if let last = tokens.indices.last, tokens[last].kind == .text, tokens[last].end == position {
      tokens[last].end = stop
    } else {
      tokens.append(MarkdownToken(kind: .text, start: position, end: stop))
    }
    position = stop
  }

  func byte(at index: Int) -> UInt8? {
    index >= start && index < end ? text[index] : nil
  }

  /// A line ending; two spaces before it make it hard (section 6.7).
  private mutating func readNewline() {
    var isHard = false
    if let last = tokens.indices.last, tokens[last].kind == .text {
      var textEnd = tokens[last].end
      while textEnd > tokens[last].start, text[textEnd - 1] == MarkdownByte.space { textEnd -= 1 }
      isHard = tokens[last].end - textEnd >= 2
      tokens[last].end = textEnd
    }
    tokens.append(
      MarkdownToken(kind: isHard ? .hardBreak : .softBreak, start: position, end: position + 1))
    position += 1
    while let byte = byte(at: position), MarkdownByte.isSpaceOrTab(byte) { position += 1 }
  }

  private mutating func readBackslash() {
    guard let next = byte(at: position + 1) else { return addText(upTo: position + 1) }
    if next == MarkdownByte.newline {
      tokens.append(MarkdownToken(kind: .hardBreak, start: position, end: position + 2))
      position += 2
    } else if MarkdownByte.isPunctuation(next) {
      position += 1
      addText(upTo: position + 1)
    } else {
      addText(upTo: position + 1)
    }
  }

  private mutating func readEntity() {
    guard let entity = MarkdownEntity.read(in: text, at: position, before: end) else {
      return addText(upTo: position + 1)
    }
    let first = resolved.count
    for scalar in entity.characters { resolved.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
    tokens.append(MarkdownToken(kind: .resolved, start: first, end: resolved.count))
    position = entity.end
  }
}

/// What the rest of the document knows: references, and where the text stands in the source.
extension MarkdownInlineParser {
  /// The definition of a label, as long as references have not multiplied the document.
  mutating func reference(_ label: Range<Int>) -> MarkdownReference? {
    guard !references.isEmpty else { return nil }
    let key = MarkdownReference.key(text[label])
    guard !key.isEmpty, let reference = references[key], reference.cost <= referenceBudget else {
      return nil
    }
    referenceBudget -= reference.cost
    return reference
  }

  /// The line of the text in which a byte of it stands.
  func segmentIndex(of offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = low + (high - low) / 2
      if segments[middle].textOffset <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Where a byte of the text stands in the source.
  func sourceOffset(of offset: Int) -> Int {
    let index = segmentIndex(of: offset)
    guard index < segments.count else { return offset }
    return segments[index].sourceOffset + offset - segments[index].textOffset
  }
}
