/// Walks a source line by line, and within a line by columns, with tab stops of four.
struct MarkdownLine {
  let source: [UInt8]
  /// The line's number, from 1.
  private(set) var number = 0
  private(set) var start = 0
  /// Where the line's text ends; its terminator is left out.
  private(set) var end = 0
  private var following = 0

  private(set) var offset = 0
  private(set) var column = 0
  /// Whether a tab was used up only in part, so that spaces stand for the rest of it.
  private(set) var hasPartialTab = false

  /// The next byte that is no space or tab, as of the last `findText()`.
  private(set) var textOffset = 0
  private(set) var indent = 0
  private(set) var isBlank = false

  init(_ source: [UInt8]) {
    self.source = source
  }

  var isIndented: Bool { indent >= 4 }

  /// The byte at `index` of the source, if it belongs to this line.
  func byte(at index: Int) -> UInt8? {
    index >= start && index < end ? source[index] : nil
  }

  /// The first byte of the line's remaining text.
  var first: UInt8? { byte(at: textOffset) }

  /// Goes to the next line; false when there is none.
  mutating func next() -> Bool {
    guard following < source.count else { return false }
    start = following
    end = start
    while end < source.count, source[end] != MarkdownByte.newline,
      source[end] != MarkdownByte.carriageReturn
    {
      end += 1
    }
    let isPair =
      end + 1 < source.count && source[end] == MarkdownByte.carriageReturn
      && source[end + 1] == MarkdownByte.newline
    following = end + (isPair ? 2 : 1)
    number += 1
    (offset, column, hasPartialTab) = (start, 0, false)
    return true
  }

  /// Finds where text begins after the current offset.
  mutating func findText() {
    var index = offset
    var reached = column
    while index < end {
      if source[index] == MarkdownByte.space {
        reached += 1
      } else if source[index] == MarkdownByte.tab {
        reached += 4 - reached % 4
      } else {
        break
      }
      index += 1
    }
    textOffset = index
    indent = reached - column
    isBlank = index >= end
  }

  mutating func advanceToText() {
    offset = textOffset
    column += indent
    hasPartialTab = false
    indent = 0
  }

  mutating func advanceToEnd() {
    offset = end
    hasPartialTab = false
  }

  /// Moves on by bytes.
  mutating func advance(bytes: Int) {
    var left = bytes
    while left > 0, offset < end {
      column += source[offset] == MarkdownByte.tab ? 4 - column % 4 : 1
      offset += 1
      left -= 1
    }
    hasPartialTab = false
  }

  /// Moves on by columns; a tab may be used up in part.
  mutating func advance(columns: Int) {
    var left = columns
    while left > 0, offset < end {
      let width = source[offset] == MarkdownByte.tab ? 4 - column % 4 : 1
      hasPartialTab = width > left
      let step = min(width, left)
      column += step
      left -= step
      if !hasPartialTab { offset += 1 }
    }
  }

  /// Moves on by one column if a space or tab stands there.
  @discardableResult
  mutating func skipSpace() -> Bool {
    guard let byte = byte(at: offset), MarkdownByte.isSpaceOrTab(byte) else { return false }
    advance(columns: 1)
    return true
  }

  /// Columns until the next tab stop.
  var columnsToTabStop: Int { 4 - column % 4 }
}
