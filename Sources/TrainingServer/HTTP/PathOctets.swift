/// The octets of a path with its escapes undone; segments lie between slashes.
///
/// No decoded segment holds a slash (`Percent.segment`), so one buffer serves for all of them.
struct PathOctets: Sendable {
  private let bytes: [UInt8]
  private let end: Int
  /// Where the first segment starts.
  let start: Int

  /// The octets at `start..<end`, of which the first is a slash.
  init(_ bytes: [UInt8], start: Int, end: Int) {
    self.bytes = bytes
    self.start = start + 1
    self.end = end
  }

  init(segments: [String]) {
    bytes = segments.flatMap { [47] + $0.utf8 }
    start = 1
    end = bytes.count
  }

  /// Whether no segment starts at `offset`; `/` has none, `/a/` has two, the second one empty.
  func isOver(at offset: Int) -> Bool {
    offset > end || offset == end && offset == start
  }

  /// The segment that starts at `offset`, without its slash.
  func segment(at offset: Int) -> Segment {
    var place = offset
    var hash = Segment.hashStart
    while place < end, bytes[place] != 47 {
      hash = Segment.hash(hash, bytes[place])
      place += 1
    }
    return Segment(range: offset..<max(offset, place), hash: hash)
  }

  /// A segment as octets.
  func octets(_ segment: Range<Int>) -> ArraySlice<UInt8> {
    segment.upperBound <= bytes.count ? bytes[segment] : []
  }
}

/// Where a segment lies, with a hash that tells most others apart without comparing octets.
struct Segment: Sendable {
  let range: Range<Int>
  let hash: UInt64

  /// FNV-1a (Fowler, Noll, Vo); equal hashes are compared octet by octet.
  static let hashStart: UInt64 = 0xcbf2_9ce4_8422_2325

  static func hash(_ hash: UInt64, _ octet: UInt8) -> UInt64 {
    (hash ^ UInt64(octet)) &* 0x100_0000_01b3
  }

  /// The hash of a whole segment.
  static func hash(of octets: some Sequence<UInt8>) -> UInt64 {
    octets.reduce(hashStart, hash)
  }
}
