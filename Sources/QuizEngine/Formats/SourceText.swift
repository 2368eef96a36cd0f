/// Turns byte offsets of a file into lines and columns.
///
/// CR, LF and CR LF each end a line; a byte order mark takes no column. Asking in rising order is
/// cheap: the way is continued from the last answer.
struct SourceText {
  let file: String
  private let bytes: [UInt8]
  private let start: Int
  private var offset: Int
  private var line = 1
  private var column = 1

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    start = bytes.starts(with: byteOrderMark) ? 3 : 0
    offset = start
  }

  /// The place of the byte at `target`, or of the end for an offset beyond it.
  mutating func location(at target: Int) -> SourceLocation {
    if target < offset {
      offset = start
      line = 1
      column = 1
    }
    let end = min(target, bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      while offset < end {
        let byte = bytes[offset]
        offset += 1
        if byte == 0x0a || byte == 0x0d {
          // The CR of a CR LF leaves the turn to its LF.
          if byte == 0x0d, offset < bytes.count, bytes[offset] == 0x0a { continue }
          line += 1
          column = 1
        } else if byte & 0xc0 != 0x80 {
          column += 1
        }
      }
    }
    return SourceLocation(file: file, line: line, column: column)
  }
}

/// What Windows programs write before UTF-8.
let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
