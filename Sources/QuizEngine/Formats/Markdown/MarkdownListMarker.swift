/// The bullet or number that begins a list item.
struct MarkdownListMarker {
  /// The first number of an ordered list.
  let start: Int?
  /// The bullet, or the character after the number.
  let character: UInt8
  /// Columns before the marker.
  let indent: Int
  /// Columns from the marker to the item's text.
  var padding: Int

  /// Whether both markers belong to one list.
  func continues(_ other: MarkdownListMarker) -> Bool {
    (start == nil) == (other.start == nil) && character == other.character
  }

  /// Reads a marker at the line's text and moves past it and its space.
  static func read(from line: inout MarkdownLine, inParagraph: Bool) -> MarkdownListMarker? {
    guard !line.isIndented, let (start, length) = number(in: line) else { return nil }
    let after = line.textOffset + length
    if let byte = line.byte(at: after), !MarkdownByte.isSpaceOrTab(byte) { return nil }
    // What interrupts a paragraph starts at 1 and holds text (section 5.2).
    if inParagraph {
      guard start ?? 1 == 1 else { return nil }
      guard line.source[after..<line.end].contains(where: { !MarkdownByte.isSpaceOrTab($0) })
      else { return nil }
    }
    guard let character = line.byte(at: after - 1) else { return nil }
    var marker = MarkdownListMarker(
      start: start, character: character, indent: line.indent, padding: length + 1)
    line.advanceToText()
    line.advance(columns: length)
    marker.padding = length + skipSpace(in: &line)
    return marker
  }

  /// Moves past the space after a marker and returns its columns, 1 to 4.
  private static func skipSpace(in line: inout MarkdownLine) -> Int {
    let atMarker = line
    var width = 0
    while width < 5, line.skipSpace() { width += 1 }
    if width >= 1, width < 5, line.offset < line.end { return width }
    line = atMarker
    line.skipSpace()
    return 1
  }

  /// A bullet (no number) or a number of at most nine digits, with the marker's length.
  private static func number(in line: MarkdownLine) -> (start: Int?, length: Int)? {
    guard let first = line.first else { return nil }
    if first == MarkdownByte.star || first == MarkdownByte.plus || first == MarkdownByte.hyphen {
      return (nil, 1)
    }
    var value = 0
    var length = 0
    while length < 9, let byte = line.byte(at: line.textOffset + length),
      MarkdownByte.isDigit(byte)
    {
      value = value * 10 + Int(byte - 0x30)
      length += 1
    }
    guard length > 0, let byte = line.byte(at: line.textOffset + length),
      byte == MarkdownByte.dot || byte == MarkdownByte.closeParenthesis
    else { return nil }
    return (value, length + 1)
  }
}
