/// Makes a bank's text of HTML by an allow-list: what is not named in `HTMLElement` is words or is
/// left out; no attribute stays but the address of a link and the first number of a list.
///
/// Reading takes time proportional to the text. What it gives, written as markup and read again, is
/// the same.
package struct HTMLReader {
  private let bytes: [UInt8]
  private let rules: HTMLRules
  private var paragraph = ParagraphBuilder()
  private var stack = BlockStack()
  private var losses: Set<RichTextLoss> = []
  /// Octets of a `pre` that is open.
  private var lines: [UInt8]?
  /// Nothing stood behind `<pre>` yet.
  private var isAtCodeStart = false
  private var isInCell = false
  /// Tables inside a table become words.
  private var innerTables = 0
  /// The dropped element that is open, in Moodle's format.
  private var dropped: String?
  private var steps = 0

  /// A text, what was left out of it, and how many octets were looked at.
  package struct Result: Sendable {
    package let text: RichText
    package let losses: Set<RichTextLoss>
    package let steps: Int
  }

  /// Reads HTML as editors write it.
  package static func html(_ source: String) -> Result { read(source, .html) }

  /// Reads Moodle's own format: HTML in which line breaks count.
  package static func moodle(_ source: String) -> Result { read(source, .moodle) }

  private static func read(_ source: String, _ rules: HTMLRules) -> Result {
    var reader = HTMLReader(Array(source.utf8), rules)
    reader.run()
    return Result(text: RichText(reader.stack.finish()), losses: reader.losses, steps: reader.steps)
  }

  private init(_ bytes: [UInt8], _ rules: HTMLRules) {
    self.bytes = bytes
    self.rules = rules
  }

  private mutating func run() {
    let tokenizer = HTMLTokenizer(bytes, rules)
    steps = tokenizer.steps
    let pairs = rules == .moodle ? HTMLPairs(tokenizer.tokens) : nil
    for (index, token) in tokenizer.tokens.enumerated() {
      switch token {
      case .words(let range): add(words: range)
      case .tag(let tag):
        if pairs?.isMarkup[index] ?? true { take(tag) } else { add(words: tag.range) }
      }
    }
    finishCode()
    finishParagraph()
  }

  // MARK: Words

  private mutating func add(words range: Range<Int>) {
    guard dropped == nil else { return }
    steps += range.count
    var octets: [UInt8] = []
    octets.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      index = HTMLReferences.take(bytes, at: index, before: range.upperBound, &octets)
    }
    if lines != nil { return add(lines: octets) }
    for octet in octets { add(octet) }
  }

  /// The first line break behind `<pre>` is not shown (HTML standard, 13.2.6.4.7).
  private mutating func add(lines octets: [UInt8]) {
    let isBreak = isAtCodeStart && octets.first == 0x0a
    isAtCodeStart = false
    for octet in isBreak ? octets.dropFirst() : octets[...] {
      let octet = octet == 0x0d ? 0x0a : octet
      if octet >= 0x20 && octet != 0x7f || octet == 0x09 || octet == 0x0a { lines?.append(octet) }
    }
  }

  private mutating func add(_ octet: UInt8) {
    switch octet {
    case 0x0a where rules == .moodle:
      // An empty line parts paragraphs.
      if paragraph.isAtLineStart, !paragraph.isEmpty, !stack.isInTable { finishParagraph() }
      paragraph.addLineBreak()
    case 0x09, 0x0a, 0x0c, 0x0d, 0x20: paragraph.addSpace()
    case 0..<0x20, 0x7f: break
    default: paragraph.add(octet)
    }
  }

  private mutating func finishParagraph() {
    let spans = paragraph.finish()
    if stack.isInTable {
      stack.endCell(spans, wasOpen: isInCell)
      isInCell = false
    } else if !spans.isEmpty {
      stack.add(.paragraph(spans))
    }
  }

  /// A block begins or ends: a new paragraph, or in a cell, which holds running text, a new line.
  private mutating func part() {
    guard stack.isInTable else { return finishParagraph() }
    if !paragraph.isAtLineStart { paragraph.addLineBreak() }
  }

  private mutating func finishCode() {
    guard var code = lines else { return }
    lines = nil
    while code.last == 0x0a { code.removeLast() }
    guard code.contains(where: { !MarkdownByte.isWhitespace($0) }) else { return }
    stack.add(.code(String(decoding: code, as: UTF8.self)))
  }

  // MARK: Tags

  private mutating func take(_ tag: HTMLTag) {
    steps += 1
    if let name = dropped {
      if tag.isEnd, tag.name == name { dropped = nil }
      return
    }
    guard let element = HTMLElement.named(tag.name) else { return }
    if lines != nil {
      isAtCodeStart = false
      if element == .lineBreak { lines?.append(0x0a) }
      if element == .code, tag.isEnd { finishCode() }
      return
    }
    switch element {
    case .mark(let kind): take(kind, tag)
    case .heading:
      part()
      if tag.isEnd { paragraph.close(.bold) } else { paragraph.open(TextMark(.bold)) }
    case .paragraph: part()
    case .lineBreak: paragraph.addLineBreak()
    case .image:
      losses.insert(.picture)
      add(text: tag.value("alt", in: bytes) ?? "")
    case .quotation: add(text: tag.isEnd ? "”" : "“")
    case .transparent: break
    case .dropped(let loss):
      losses.insert(loss)
      if rules == .moodle, !tag.isEnd, !HTMLElement.isVoid(tag.name) { dropped = tag.name }
    case .list, .item, .quote, .code, .table, .row, .cell: takeContainer(element, tag)
    }
  }

  /// Text that is no source: the same collapsing, no references.
  private mutating func add(text: String) {
    for octet in text.utf8 { add(octet) }
  }

  private mutating func take(_ kind: TextMark.Kind, _ tag: HTMLTag) {
    if tag.isEnd { return paragraph.close(kind) }
    guard kind == .link else { return paragraph.open(TextMark(kind)) }
    guard let target = tag.value("href", in: bytes) else { return }
    paragraph.close(.link)
    if let address = LinkAddress.allowed(target) {
      paragraph.open(TextMark(.link, address: address))
    } else {
      losses.insert(.address)
    }
  }

  private mutating func takeContainer(_ element: HTMLElement, _ tag: HTMLTag) {
    if stack.isInTable { return takeInTable(element, tag) }
    finishParagraph()
    switch element {
    case .list(let isOrdered): take(.list, tag, start: isOrdered ? start(of: tag) : nil)
    case .item: take(.item, tag)
    case .quote: take(.quote, tag)
    case .table: take(.table, tag)
    case .code where !tag.isEnd:
      lines = []
      isAtCodeStart = true
    default: break
    }
  }

  private mutating func take(_ kind: BlockStack.Kind, _ tag: HTMLTag, start: Int? = nil) {
    if tag.isEnd { stack.close(kind) } else { stack.open(kind, start: start) }
  }

  private func start(of tag: HTMLTag) -> Int {
    let start = tag.value("start", in: bytes).flatMap { wholeNumber($0) } ?? 1
    return (0...999_999).contains(start) ? start : 1
  }

  private mutating func takeInTable(_ element: HTMLElement, _ tag: HTMLTag) {
    switch element {
    case .table where tag.isEnd && innerTables > 0: innerTables -= 1
    case .table where !tag.isEnd: innerTables += 1
    case .table:
      finishParagraph()
      stack.close(.table)
      return
    case .row where innerTables == 0:
      finishParagraph()
      stack.endRow()
      return
    case .cell(let isHeading) where innerTables == 0:
      finishParagraph()
      if !tag.isEnd {
        isInCell = true
        stack.beginCell(isHeading: isHeading)
      }
      return
    default: break
    }
    part()
  }
}
