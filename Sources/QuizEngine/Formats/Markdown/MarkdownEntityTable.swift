/// The named character references, searched in the text that lists them.
struct MarkdownEntityTable {
  static let shared = MarkdownEntityTable()

  /// The longest name, `CounterClockwiseContourIntegral`.
  static let longestName = 31

  private let bytes: [UInt8]
  /// Where each entry starts, in the order of the names.
  private let starts: [Int]

  private init() {
    bytes = Array((Self.firstNames + "\n" + Self.secondNames).utf8)
    var starts = [0]
    for (index, byte) in bytes.enumerated() where MarkdownByte.isWhitespace(byte) {
      starts.append(index + 1)
    }
    self.starts = starts
  }

  /// What the reference named by `name` stands for, or nil when HTML has no such name.
  func characters(named name: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = low + (high - low) / 2
      let entryName = self.name(startingAt: starts[middle])
      if entryName.elementsEqual(name) { return characters(from: entryName.endIndex + 1) }
      if entryName.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func name(startingAt start: Int) -> ArraySlice<UInt8> {
    bytes[start...].prefix { $0 != MarkdownByte.colon }
  }

  private func characters(from start: Int) -> [Unicode.Scalar] {
    bytes[min(start, bytes.count)...].prefix { !MarkdownByte.isWhitespace($0) }
      .split(separator: MarkdownByte.plus)
      .compactMap { digits in
        Unicode.Scalar(
          digits.reduce(UInt32(0)) { ($0 << 4) | (MarkdownByte.hexValue($1) ?? 0) })
      }
  }
}
