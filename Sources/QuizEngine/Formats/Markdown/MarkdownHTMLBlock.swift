/// The seven kinds of HTML block, by how they begin and end (CommonMark 0.31.2, section 4.6).
enum MarkdownHTMLBlock {
  case verbatim
  case comment
  case instruction
  case declaration
  case characterData
  case block
  case anyTag

  /// The kind that begins at the line's text, whose first byte is `<`.
  init?(startingIn line: MarkdownLine) {
    let start = line.textOffset
    let has = { (word: StaticString) in
      MarkdownByte.hasPrefix(word, in: line.source, at: start, before: line.end)
    }
    if has("<!--") {
      self = .comment
    } else if has("<?") {
      self = .instruction
    } else if has("<![cdata["), Self.isCharacterData(line) {
      self = .characterData
    } else if has("<!"), let byte = line.byte(at: start + 2), MarkdownByte.isLetter(byte) {
      self = .declaration
    } else if let kind = Self.tagKind(in: line) {
      self = kind
    } else {
      return nil
    }
  }

  /// `CDATA` is written in capitals only.
  private static func isCharacterData(_ line: MarkdownLine) -> Bool {
    line.source[line.textOffset..<line.end].starts(with: "<![CDATA[".utf8)
  }

  private static func tagKind(in line: MarkdownLine) -> MarkdownHTMLBlock? {
    let start = line.textOffset
    let isClosing = line.byte(at: start + 1) == MarkdownByte.slash
    let nameStart = start + (isClosing ? 2 : 1)
    var nameEnd = nameStart
    while let byte = line.byte(at: nameEnd), MarkdownByte.isAlphanumeric(byte),
      nameEnd - nameStart < 16
    {
      nameEnd += 1
    }
    let lowered = line.source[nameStart..<max(nameStart, nameEnd)].map(MarkdownByte.lowercased)
    let name = String(decoding: lowered, as: UTF8.self)
    let next = line.byte(at: nameEnd)
    let endsName = next.map { MarkdownByte.isSpaceOrTab($0) || $0 == MarkdownByte.greater } ?? true
    let isSelfClosed =
      next == MarkdownByte.slash && line.byte(at: nameEnd + 1) == MarkdownByte.greater
    if !isClosing, endsName, verbatimNames.contains(name) { return .verbatim }
    if endsName || isSelfClosed, blockNames.contains(name) { return .block }
    guard !verbatimNames.contains(name),
      let end = MarkdownTagScanner(line.source, end: line.end).tag(at: start),
      line.source[end..<line.end].allSatisfy(MarkdownByte.isSpaceOrTab)
    else { return nil }
    return .anyTag
  }

  /// Whether such a block may begin in the middle of a paragraph.
  var interruptsParagraph: Bool {
    if case .anyTag = self { false } else { true }
  }

  var endsAtBlankLine: Bool {
    switch self {
    case .block, .anyTag: true
    default: false
    }
  }

  /// Whether the block's last line is this one, read from the current offset.
  func ends(in line: MarkdownLine) -> Bool {
    let terminators: [StaticString]
    switch self {
    case .verbatim: terminators = ["</script>", "</pre>", "</style>", "</textarea>"]
    case .comment: terminators = ["-->"]
    case .instruction: terminators = ["?>"]
    case .declaration: terminators = [">"]
    case .characterData: terminators = ["]]>"]
    case .block, .anyTag: return false
    }
    let scanner = MarkdownTagScanner(line.source, end: line.end)
    return terminators.contains { scanner.end(of: $0, from: line.offset) != nil }
  }

  private static let verbatimNames: Set<String> = ["pre", "script", "style", "textarea"]

  private static let blockNames: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}
