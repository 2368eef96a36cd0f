/// One sheet of a workbook.
package struct WorkbookSheet: Sendable {
  /// The rows with any text; lines are the numbers of rows, columns those of columns.
  package let text: TextSheet
  /// Whether somebody hid it.
  package let isHidden: Bool
  /// Ranges that show as one cell; their text stands in the first.
  package let merged: [CellRange]
  /// The numbers of the rows that a filter or a person hid.
  package let hiddenRows: Set<Int>
}

/// Cells from one corner to the other, counted from 1.
package struct CellRange: Hashable, Sendable {
  package let rows: ClosedRange<Int>
  package let columns: ClosedRange<Int>

  /// `B2:B40`; nil for anything else.
  init?(_ reference: ArraySlice<UInt8>) {
    let corners = reference.split(
      separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    guard corners.count == 2, let first = CellPlace(corners[0]), let last = CellPlace(corners[1]),
      first.row <= last.row, first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }
}

/// A cell's place, counted from 1; Excel has 1,048,576 rows and 16,384 columns.
struct CellPlace: Hashable, Sendable {
  let row: Int
  let column: Int

  /// `AB12`; nil for anything else.
  init?(_ reference: some Collection<UInt8>) {
    let letters = reference.prefix { (0x41...0x5a).contains($0) }
    let digits = reference.dropFirst(letters.count)
    guard (1...3).contains(letters.count), (1...7).contains(digits.count),
      let row = Int(decimal: digits), (1...1_048_576).contains(row)
    else { return nil }
    let column = letters.reduce(0) { $0 * 26 + Int($1) - 0x40 }
    guard column <= 16_384 else { return nil }
    self.row = row
    self.column = column
  }

  /// `B4`, as spreadsheets name it.
  static func name(row: Int, column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.insert(0x41 + UInt8(truncatingIfNeeded: (rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: letters, as: UTF8.self) + "\(row)"
  }
}
