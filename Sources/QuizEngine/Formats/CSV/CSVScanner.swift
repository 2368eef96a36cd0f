/// A cell as it stands in the file, before trimming.
struct RawCell {
  var bytes: [UInt8] = []
  let line: Int
  let column: Int
  /// Quotes that were never closed are reported where they open.
  var isUnclosed = false
  var isTooLong = false
}

/// A row as it stands in the file.
struct RawRow {
  var cells: [RawCell] = []
  /// The first cell with text beyond the last that is kept.
  var tooFar: RawCell?
}

/// Cuts UTF-8 into cells by RFC 4180; CR LF, LF and CR each end a row.
struct CSVScanner {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let limits: CSVLimits
  private var offset: Int
  private var line: Int
  private var column = 1

  init(_ bytes: [UInt8], from offset: Int, line: Int, delimiter: UInt8, limits: CSVLimits) {
    self.bytes = bytes
    self.offset = offset
    self.line = line
    self.delimiter = delimiter
    self.limits = limits
  }

  /// The next row; nil at the end of the file.
  mutating func row() -> RawRow? {
    guard offset < bytes.count else { return nil }
    var row = RawRow()
    while true {
      let cell = cell()
      if row.cells.count < limits.columns {
        row.cells.append(cell)
      } else if row.tooFar == nil, cell.isUnclosed || cell.bytes.contains(where: { $0 > 0x20 }) {
        row.tooFar = cell
      }
      guard offset < bytes.count else { return row }
      let end = bytes[offset]
      step()
      guard end == delimiter else {
        if end == 0x0d, offset < bytes.count, bytes[offset] == 0x0a { offset += 1 }
        line += 1
        column = 1
        return row
      }
    }
  }

  /// Reads up to the delimiter or the line's end and leaves that for the row.
  private mutating func cell() -> RawCell {
    var cell = RawCell(line: line, column: column)
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { quoted(into: &cell) }
    // What follows a closing quote is kept, as Excel does.
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == delimiter || byte == 0x0a || byte == 0x0d { break }
      append(byte, to: &cell)
      step()
    }
    return cell
  }

  private mutating func quoted(into cell: inout RawCell) {
    step()
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        step()
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { return }
      }
      if byte == 0x0a || byte == 0x0d {
        append(0x0a, to: &cell)
        offset += 1
        if byte == 0x0d, offset < bytes.count, bytes[offset] == 0x0a { offset += 1 }
        line += 1
        column = 1
      } else {
        append(byte, to: &cell)
        step()
      }
    }
    cell.isUnclosed = true
  }

  private func append(_ byte: UInt8, to cell: inout RawCell) {
    if cell.bytes.count < limits.cellBytes {
      cell.bytes.append(byte)
    } else {
      cell.isTooLong = true
    }
  }

  private mutating func step() {
    if bytes[offset] & 0xc0 != 0x80 { column += 1 }
    offset += 1
  }
}
