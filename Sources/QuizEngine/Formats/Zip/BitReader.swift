/// Takes bits from octets, the lowest bit first (RFC 1951 section 3.1.1).
struct BitReader {
  private let octets: ArraySlice<UInt8>
  private var position: Int
  private var held: UInt64 = 0
  private var count = 0

  init(_ octets: ArraySlice<UInt8>) {
    self.octets = octets
    position = octets.startIndex
  }

  /// Whether nothing is left but the rest of the last octet.
  var isAtEnd: Bool { position == octets.endIndex && count < 8 }

  /// The next bits, at most sixteen, as a number.
  mutating func take(_ wanted: Int) throws(InflateFault) -> Int {
    if count < wanted { refill() }
    guard count >= wanted else { throw .truncated }
    let bits = held & (1 << UInt64(wanted) - 1)
    held >>= UInt64(wanted)
    count -= wanted
    return Int(bits)
  }

  mutating func skipToOctet() {
    let rest = count % 8
    held >>= UInt64(rest)
    count -= rest
  }

  mutating func symbol(_ table: HuffmanTable) throws(InflateFault) -> Int {
    if count < HuffmanTable.longest { refill() }
    let found = table.quick[Int(held & (1 << UInt64(HuffmanTable.quickBits) - 1))]
    let length = Int(found & 15)
    if length > 0 {
      guard length <= count else { throw .truncated }
      held >>= UInt64(length)
      count -= length
      return Int(found >> 4)
    }
    return try longSymbol(table)
  }

  /// Compares with the first code of each length; codes are numbers that grow with their length.
  private mutating func longSymbol(_ table: HuffmanTable) throws(InflateFault) -> Int {
    var (code, first, index) = (0, 0, 0)
    for length in 1...HuffmanTable.longest {
      code |= try take(1)
      let count = table.counts[length]
      if code - count < first { return Int(table.symbols[index + code - first]) }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw .damaged
  }

  private mutating func refill() {
    while count <= 56, position < octets.endIndex {
      held |= UInt64(octets[position]) << UInt64(count)
      position += 1
      count += 8
    }
  }
}
