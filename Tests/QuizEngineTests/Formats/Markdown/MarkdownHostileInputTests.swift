import Testing

@testable import QuizEngine

/// Input made to be slow, deep or broken; that each test finishes is what it shows.
@Suite struct MarkdownHostileInputTests {
  private static let size = 100_000

  /// Pieces that, repeated, make careless parsers quadratic or overflow the stack.
  static let pieces = [
    "[", "]", "![", "[]", "[a](", "[a](<b", "[a](b ", "![[]()", "[[a](b)", "[a][", "[a]: ", "(",
    "*", "_", "**a ", "*a_ ", "a**b", "a*b_", "_a __a ", "*a **a ", "`", "``a`", "`a``b```c",
    "<", "<a", "<a b='", "<a b=\"c\" ", "<!--", "<?", "<!A", "<![CDATA[", "<a@", "<http:", "</",
    "&", "&amp", "&#1", "\\", "\\\n", "  \n", "> ", ">", "- ", "* ", "1. ", "+ a\n", "> a\n",
    "-\n", "#", "# a\n", "===\n", "a\n===\n", "---\n", "```\n", "~~~ ", "\t", "\t- ", "\n",
    "\r", "\0", "a\n\n", "[a]: b\n", "[a]: b '\n", "[a]:\n", "'", "\"", "<div>\n", "<script>\n",
    "đ", "💥*", "!", "![a](b)", "<a><b>", "[*a](b)*",
  ]

  @Test(arguments: pieces)
  func `a piece repeated to 100 kB is read and rendered`(piece: String) {
    let source = String(repeating: piece, count: Self.size / piece.utf8.count)
    exercise(source)
  }

  @Test(arguments: [
    ("[", "]"), ("[", "](a)"), ("![", "](a)"), ("*", "*"), ("**a ", " b**"), ("_a *", "*_"),
    ("<b>", "</b>"), ("(", ")"), ("`", "`"), ("[a](", ")"), ("[a](b \"", "\")"),
  ])
  func `a pair nested ten thousand deep is read and rendered`(open: String, close: String) {
    exercise(
      String(repeating: open, count: 10_000) + "a" + String(repeating: close, count: 10_000))
  }

  @Test(arguments: ["> ", "- ", "1. ", "> - ", "- > ", "\t"])
  func `containers nested deep and then left alone are read and rendered`(marker: String) {
    let deep = String(repeating: marker, count: 10_000) + "a\n"
    exercise(deep + String(repeating: "\n", count: Self.size))
    exercise(deep + String(repeating: "b\n", count: Self.size / 2))
    exercise(deep + String(repeating: "  > b\n", count: Self.size / 6))
  }

  @Test func `list items that grow with every line are read and rendered`() {
    exercise((0..<400).map { String(repeating: "  ", count: $0) + "- a\n" }.joined())
    exercise((0..<400).map { String(repeating: ">", count: $0) + "a\n" }.joined())
    exercise((0..<400).map { String(repeating: "`", count: $0) + "a " }.joined())
  }

  @Test func `a long definition used often does not multiply the document`() {
    let address = String(repeating: "a", count: 50_000)
    let source = "[x]: \(address)\n\n" + String(repeating: "[x]", count: 16_000)
    let html = MarkdownDocument(source).html().text
    #expect(html.utf8.count < 5 * source.utf8.count)
  }

  @Test func `what is nested too deep stays visible as text`() {
    let quotes = String(repeating: ">", count: 1_000) + " a"
    #expect(MarkdownDocument(quotes).plainText.hasSuffix(">> a"))
    let stars = String(repeating: "*a ", count: 500) + "b" + String(repeating: "*", count: 500)
    let html = MarkdownDocument(stars).html().text
    #expect(html.split(separator: "<em>").count - 1 == MarkdownLimits.inlineDepth)
    #expect(html.count(where: { $0 == "*" }) == 2 * (500 - MarkdownLimits.inlineDepth))
  }

  @Test(arguments: 0..<40)
  func `random bytes never trap`(seed: UInt64) {
    var random = SeededBytes(state: seed)
    let bytes = (0..<4_000).map { _ in random.next() }
    let source = String(decoding: bytes, as: UTF8.self)
    exercise(source)
    expectOnlyKnownTags(MarkdownDocument(source).html().text)
  }

  @Test(arguments: 0..<150)
  func `random pieces of syntax never trap, and show no markup of their own`(seed: UInt64) {
    var random = SeededBytes(state: seed &+ 1_000)
    let extra = ["a", " ", "\n", "    ", "](b)", "[a]", "\n\n", "<script>", "</p>", "é", "  - "]
    let alphabet = Self.pieces + extra
    let source = (0..<300).map { _ in alphabet[Int(random.next()) % alphabet.count] }.joined()
    exercise(source)
    expectOnlyKnownTags(MarkdownDocument(source).html().text)
    expectOnlyKnownTags(InlineMarkdown(source).html().text)
  }

  /// Reads and renders as the product does.
  private func exercise(_ source: String) {
    let document = MarkdownDocument(source)
    _ = document.html()
    _ = document.plainText
    _ = renderInlineMarkdown(source)
  }

  /// Whatever was written, only our own tags come out, and all are closed.
  private func expectOnlyKnownTags(_ html: String) {
    let known: Set<String> = [
      "p", "a", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "img",
      "h1", "h2", "h3", "h4", "h5", "h6",
    ]
    var unknown: Set<String> = []
    var open = 0
    for part in html.utf8.split(separator: UInt8(ascii: "<")).dropFirst(html.first == "<" ? 0 : 1) {
      let isClosing = part.first == UInt8(ascii: "/")
      let name = part.dropFirst(isClosing ? 1 : 0).prefix {
        MarkdownByte.isAlphanumeric($0)
      }
      let text = String(decoding: name, as: UTF8.self)
      if !known.contains(text) { unknown.insert(text) }
      if !["hr", "br", "img"].contains(text) { open += isClosing ? -1 : 1 }
    }
    #expect(unknown.isEmpty)
    #expect(open == 0)
  }
}

/// Bytes from a seed (SplitMix64), so that a failure can be repeated.
private struct SeededBytes {
  var state: UInt64

  mutating func next() -> UInt8 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return UInt8(truncatingIfNeeded: mixed ^ (mixed >> 31))
  }
}
