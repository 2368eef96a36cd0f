/// Finds out what parts the cells, and where the header begins.
struct CSVDelimiter {
  let byte: UInt8
  /// Offset and line of the first row: below Excel's `sep=;` line when there is one.
  let start: Int
  let line: Int

  init(_ bytes: [UInt8]) {
    let firstLine = bytes.prefix { $0 != 0x0a && $0 != 0x0d }
    let unquoted = firstLine.filter { $0 != UInt8(ascii: "\"") }
    if unquoted.count == 5,
      String(decoding: unquoted, as: UTF8.self).lowercased().hasPrefix("sep="),
      let byte = unquoted.last, Self.candidates.contains(byte)
    {
      let rest = bytes.dropFirst(firstLine.count)
      let isPair = rest.starts(with: [0x0d, 0x0a])
      self.byte = byte
      start = firstLine.count + min(rest.count, isPair ? 2 : 1)
      line = 2
      return
    }
    byte = Self.mostFrequent(in: bytes)
    start = 0
    line = 1
  }

  private static let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]

  /// The candidate that occurs most often outside quotes in the header; a comma for one column.
  private static func mostFrequent(in bytes: [UInt8]) -> UInt8 {
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0a || byte == 0x0d { break }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    return candidates[best]
  }
}
