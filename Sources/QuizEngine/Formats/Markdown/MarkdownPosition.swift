/// A place in a Markdown text: line and column from 1, a column being a Unicode scalar.
package struct MarkdownPosition: Hashable, Sendable, Comparable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The same place in the file that holds the text.
  package func location(in file: String) -> SourceLocation {
    SourceLocation(file: file, line: line, column: column)
  }

  package static func < (left: MarkdownPosition, right: MarkdownPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Turns byte offsets that come in rising order into positions, in one sweep over the text.
struct MarkdownPositionSweep {
  private let source: [UInt8]
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ source: [UInt8]) {
    self.source = source
  }

  /// The position of the character that starts at byte `target`.
  mutating func position(of target: Int) -> MarkdownPosition {
    if target < offset { (offset, line, column) = (0, 1, 1) }
    while offset < target, offset < source.count {
      step(over: source[offset])
      offset += 1
    }
    return MarkdownPosition(line: line, column: column)
  }

  private mutating func step(over byte: UInt8) {
    let nextIsNewline = offset + 1 < source.count && source[offset + 1] == MarkdownByte.newline
    if byte == MarkdownByte.newline || (byte == MarkdownByte.carriageReturn && !nextIsNewline) {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
}
