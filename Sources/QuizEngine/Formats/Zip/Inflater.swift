/// Why compressed octets could not be unpacked.
package enum InflateFault: Error, Hashable, Sendable {
  case damaged
  case truncated
  /// More comes out than was allowed.
  case tooLarge
}

/// Unpacks DEFLATE (RFC 1951), counting what comes out while it comes.
package struct Inflater {
  private var bits: BitReader
  private let limit: Int
  private var output: [UInt8] = []

  /// The unpacked octets; a fault for more than `limit` of them, for damage, and for octets after
  /// the last block.
  package static func inflate(
    _ octets: ArraySlice<UInt8>, limit: Int
  ) throws(InflateFault) -> [UInt8] {
    var inflater = Inflater(bits: BitReader(octets), limit: limit)
    while try inflater.block() {}
    guard inflater.bits.isAtEnd else { throw .damaged }
    return inflater.output
  }

  private init(bits: BitReader, limit: Int) {
    self.bits = bits
    self.limit = limit
  }

  /// Reads one block; whether another follows.
  private mutating func block() throws(InflateFault) -> Bool {
    let isLast = try bits.take(1) == 1
    switch try bits.take(2) {
    case 0: try copyStored()
    case 1: try decode(Self.fixed)
    case 2: try decode(readCodes())
    default: throw .damaged
    }
    return !isLast
  }

  private mutating func copyStored() throws(InflateFault) {
    bits.skipToOctet()
    let length = try bits.take(16)
    guard try bits.take(16) == length ^ 0xffff else { throw .damaged }
    guard length <= limit - output.count else { throw .tooLarge }
    for _ in 0..<length { output.append(UInt8(truncatingIfNeeded: try bits.take(8))) }
  }

  private struct Codes {
    let letters: HuffmanTable
    let distances: HuffmanTable
  }

  private mutating func decode(_ codes: Codes?) throws(InflateFault) {
    guard let codes else { throw .damaged }
    while true {
      let symbol = try bits.symbol(codes.letters)
      if symbol < 256 {
        guard output.count < limit else { throw .tooLarge }
        output.append(UInt8(truncatingIfNeeded: symbol))
      } else if symbol == 256 {
        return
      } else {
        try copyEarlier(symbol, codes.distances)
      }
    }
  }

  private mutating func copyEarlier(
    _ symbol: Int, _ distances: HuffmanTable
  ) throws(InflateFault) {
    guard symbol <= 285 else { throw .damaged }
    let length = Self.lengths[symbol - 257]
    let count = length.base + (try bits.take(length.extra))
    let far = try bits.symbol(distances)
    guard far <= 29 else { throw .damaged }
    let distance = Self.distances[far].base + (try bits.take(Self.distances[far].extra))
    guard distance <= output.count else { throw .damaged }
    guard count <= limit - output.count else { throw .tooLarge }
    let start = output.count - distance
    // Octet by octet: a slice would keep the buffer, and appending to it copy all that came before.
    for index in start..<start + count { output.append(output[index]) }
  }

  /// The codes that a block brings along (RFC 1951 section 3.2.7).
  private mutating func readCodes() throws(InflateFault) -> Codes? {
    let letterCount = try bits.take(5) + 257
    let distanceCount = try bits.take(5) + 1
    let lengthCount = try bits.take(4) + 4
    guard letterCount <= 286, distanceCount <= 30 else { return nil }
    var lengthLengths = [UInt8](repeating: 0, count: 19)
    for place in Self.order.prefix(lengthCount) {
      lengthLengths[place] = UInt8(truncatingIfNeeded: try bits.take(3))
    }
    guard let code = HuffmanTable(lengthLengths, mayBeSingle: false) else { return nil }
    var lengths: [UInt8] = []
    while lengths.count < letterCount + distanceCount {
      let symbol = try bits.symbol(code)
      switch symbol {
      case 16:
        guard let last = lengths.last else { return nil }
        lengths += repeatElement(last, count: 3 + (try bits.take(2)))
      case 17: lengths += repeatElement(0, count: 3 + (try bits.take(3)))
      case 18: lengths += repeatElement(0, count: 11 + (try bits.take(7)))
      default: lengths.append(UInt8(truncatingIfNeeded: symbol))
      }
    }
    guard lengths.count == letterCount + distanceCount, lengths[256] > 0,
      let letters = HuffmanTable(lengths[..<letterCount], mayBeSingle: true),
      let distances = HuffmanTable(lengths[letterCount...], mayBeSingle: true)
    else { return nil }
    return Codes(letters: letters, distances: distances)
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// Section 3.2.6.
  private static let fixed: Codes? = {
    let lengths =
      [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112)
      + [UInt8](repeating: 7, count: 24) + [UInt8](repeating: 8, count: 8)
    guard let letters = HuffmanTable(lengths, mayBeSingle: false),
      let distances = HuffmanTable([UInt8](repeating: 5, count: 32), mayBeSingle: false)
    else { return nil }
    return Codes(letters: letters, distances: distances)
  }()

  /// Section 3.2.5: 257–264 stand for 3–10, then four symbols for each number of extra bits.
  private static let lengths: [(base: Int, extra: Int)] = {
    var all: [(base: Int, extra: Int)] = []
    var base = 3
    for symbol in 0..<28 {
      let extra = symbol < 8 ? 0 : symbol / 4 - 1
      all.append((base, extra))
      base += 1 << extra
    }
    return all + [(258, 0)]
  }()

  /// Section 3.2.5: two symbols for each number of extra bits.
  private static let distances: [(base: Int, extra: Int)] = {
    var all: [(base: Int, extra: Int)] = []
    var base = 1
    for symbol in 0..<30 {
      let extra = symbol < 4 ? 0 : symbol / 2 - 1
      all.append((base, extra))
      base += 1 << extra
    }
    return all
  }()
}
