/// The operator's list of passwords that are known to have leaked, ascending by their SHA-1.
///
/// It may be larger than memory, so it is searched where it lies. Whatever is found not to be such
/// a list is a fault: a password that cannot be looked up must not pass for one that is not there.
struct BreachedList {
  /// Why a list cannot be relied on; places are offsets of bytes.
  enum Fault: Error, Hashable, Sendable {
    case unreadable(errno: Int32)
    /// A folder, a pipe or a device.
    case notAFile
    /// As a failed copy leaves it.
    case empty
    case malformed(at: Int)
    /// Two lines that were looked at stand the wrong way round.
    case unsorted(at: Int)
    /// It is long, and yet has no hash at the very beginning or end of all that there are.
    case cutOff
  }

  /// From this length on there are 16,000 lines: not one list in 10²⁷ would end before `FF…`.
  static let certainlyWhole = 1 << 20
  /// Lines looked at before each search: with them it takes at most 64 reads up to 64 TiB.
  private static let places = 16

  let size: Int
  /// The bytes of a range within `size`.
  let read: (Range<Int>) throws(Fault) -> [UInt8]

  /// Whether a hash is in the list, given as 40 hexadecimal digits in upper case.
  func contains(_ hash: [UInt8]) throws(Fault) -> Bool {
    try look(at: Self.places)
    var (low, high) = (0, size)
    var (least, most): ([UInt8], [UInt8]?) = ([], nil)
    while low < high {
      let line = try lineAround(low + (high - low) / 2, in: low..<high)
      guard Self.isAscending(least, line.hash),
        most.map({ Self.isAscending(line.hash, $0) }) ?? true
      else { throw .unsorted(at: line.start) }
      if line.hash == hash { return true }
      if Self.isAscending(line.hash, hash) {
        (low, least) = (line.end, line.hash)
      } else {
        (high, most) = (line.start, line.hash)
      }
    }
    return false
  }

  /// Looks at the first line, the last, and as many as `places` between, all of them in order.
  func look(at places: Int) throws(Fault) {
    guard size > 0 else { throw .empty }
    let first = try lineAround(0, in: 0..<size)
    var last = first
    for place in 1...places + 1 {
      // Divided first: a product could be larger than a number may be.
      let offset = place > places ? size - 1 : size / (places + 1) * place
      let line = try lineAround(offset, in: 0..<size)
      guard Self.isAscending(last.hash, line.hash) else { throw .unsorted(at: line.start) }
      last = line
    }
    let isWhole = first.hash.starts(with: "00".utf8) && last.hash.starts(with: "FF".utf8)
    guard isWhole || size < Self.certainlyWhole else { throw .cutOff }
  }

  /// The line that holds the byte at `offset`; `part` begins where a line does and ends where one
  /// ends.
  private func lineAround(_ offset: Int, in part: Range<Int>) throws(Fault) -> BreachedLine {
    let first = max(part.lowerBound, offset - BreachedLine.longest)
    let last = min(part.upperBound, offset + BreachedLine.longest)
    let bytes = try read(first..<last)
    guard bytes.count == last - first else { throw .malformed(at: first) }
    let start = bytes.prefix(offset - first).lastIndex(of: 0x0a).map { $0 + 1 }
    let feed = bytes.dropFirst(offset - first).firstIndex(of: 0x0a)
    // Without a line feed on a side it must be the side where the part is over.
    guard start != nil || first == part.lowerBound, feed != nil || last == part.upperBound else {
      throw .malformed(at: offset)
    }
    let text = bytes[(start ?? 0)..<(feed ?? bytes.endIndex)]
    guard
      let line = BreachedLine(
        text, start: first + text.startIndex, end: first + text.endIndex + (feed == nil ? 0 : 1))
    else { throw .malformed(at: first + text.startIndex) }
    return line
  }

  /// Equal ones may follow each other.
  private static func isAscending(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    !other.lexicographicallyPrecedes(one)
  }
}
