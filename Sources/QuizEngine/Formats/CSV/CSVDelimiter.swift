/// Finds out what may part the cells, and where the first row begins.
struct CSVDelimiter {
  /// What to try, the likeliest first; one alone where the file says it by Excel's `sep=;` line.
  let candidates: [UInt8]
  /// Offset and line of the first row: below the `sep=` line when there is one.
  let start: Int
  let line: Int

  init(_ bytes: [UInt8]) {
    let firstLine = bytes.prefix { $0 != 0x0a && $0 != 0x0d }
    if let byte = Self.named(by: firstLine) {
      let rest = bytes.dropFirst(firstLine.count)
      let isPair = rest.starts(with: [0x0d, 0x0a])
      candidates = [byte]
      start = firstLine.count + min(rest.count, isPair ? 2 : 1)
      line = 2
      return
    }
    let first = Self.mostFrequent(in: bytes)
    candidates = [first] + Self.all.filter { $0 != first }
    start = 0
    line = 1
  }

  private static let all = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]

  private static func named(by line: ArraySlice<UInt8>) -> UInt8? {
    guard line.count <= 7 else { return nil }
    let unquoted = line.filter { $0 != UInt8(ascii: "\"") }
    guard unquoted.count == 5, let byte = unquoted.last, all.contains(byte),
      unquoted.dropLast().map({ $0 | 0x20 }) == Array("sep=".utf8).map({ $0 | 0x20 })
    else { return nil }
    return byte
  }

  /// The candidate that occurs most often outside quotes in the first row; a comma for one column.
  private static func mostFrequent(in bytes: [UInt8]) -> UInt8 {
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0a || byte == 0x0d {
        if counts.contains(where: { $0 > 0 }) { break }
        continue
      }
      if let index = all.firstIndex(of: byte) { counts[index] += 1 }
    }
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    return all[best]
  }
}
