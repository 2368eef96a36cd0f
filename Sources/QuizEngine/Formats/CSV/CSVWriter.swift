/// Writes CSV that Excel opens with a double click: UTF-8 with a byte order mark, CR LF.
///
/// A cell that a spreadsheet could take for a formula is made text by a leading apostrophe;
/// numbers stay numbers.
package struct CSVWriter: Sendable {
  /// What parts the cells.
  package enum Separator: UInt8, Sendable {
    case comma = 0x2c
    /// What Excel expects where the comma is the decimal mark, as in Viet Nam.
    case semicolon = 0x3b
    case tab = 0x09

    /// What Excel expects in the language's country, which is also what parts decimals there.
    package init(_ locale: Language) {
      self = locale == .vietnamese ? .semicolon : .comma
    }
  }

  package private(set) var bytes: [UInt8]
  private let separator: Separator

  /// - Parameter marksEncoding: whether the bytes begin with a byte order mark; false for a part
  ///   of a file that is written piece by piece.
  package init(separator: Separator = .comma, marksEncoding: Bool = true) {
    bytes = marksEncoding ? byteOrderMark : []
    self.separator = separator
  }

  /// Appends one row.
  package mutating func row(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(separator.rawValue) }
      append(cell, isAlone: cells.count == 1)
    }
    bytes += [0x0d, 0x0a]
  }

  /// The bytes so far, and an empty buffer for what comes; for streaming with constant memory.
  package mutating func drain() -> [UInt8] {
    let part = bytes
    bytes.removeAll(keepingCapacity: true)
    return part
  }

  private mutating func append(_ cell: String, isAlone: Bool) {
    var content = Array(cell.utf8)
    if Self.couldBeFormula(cell), !Self.isNumber(content) { content.insert(0x27, at: 0) }
    let edges = [content.first, content.last]
    let needsQuotes =
      content.contains {
        $0 == separator.rawValue || $0 == 0x22 || $0 == 0x0a || $0 == 0x0d || $0 == 0x09
      } || edges.contains(0x20) || (isAlone && content.isEmpty)
    guard needsQuotes else {
      bytes += content
      return
    }
    bytes.append(0x22)
    for byte in content {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Whether a spreadsheet would calculate the cell (OWASP, “CSV injection”), full-width signs and
  /// what stands unseen before them included: spaces, U+FEFF, U+200B, controls.
  private static func couldBeFormula(_ cell: String) -> Bool {
    let scalars = cell.unicodeScalars
    if let first = scalars.first, first == "\t" || first == "\r" || first == "\n" { return true }
    guard let sign = scalars.first(where: { !isUnseen($0) }) else { return false }
    switch sign {
    case "=", "+", "-", "@", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}", "\u{2212}": return true
    default: return false
    }
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    if (0x21...0x7e).contains(scalar.value) { return false }
    let properties = scalar.properties
    return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
      || [.control, .format, .nonspacingMark].contains(properties.generalCategory)
  }

  /// `-?digits`, perhaps with a point or comma and more digits.
  private static func isNumber(_ bytes: [UInt8]) -> Bool {
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    let parts = digits.split(
      maxSplits: 1, omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
    }
  }
}
