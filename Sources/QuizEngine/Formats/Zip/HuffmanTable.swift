/// A canonical Huffman code (RFC 1951 section 3.2.2), looked up nine bits at a time.
struct HuffmanTable {
  static let longest = 15
  static let quickBits = 9

  /// For each nine bits the symbol and, in the low four bits, the length of its code; 0 for longer.
  let quick: [UInt16]
  /// How many codes have each length.
  let counts: [Int]
  /// Symbols in the order of their codes.
  let symbols: [UInt16]

  /// The code in which each symbol has the given length; nil where no such code exists.
  ///
  /// - Parameter mayBeSingle: whether one code of one bit will do, as for a lone distance.
  init?(_ lengths: some Collection<UInt8>, mayBeSingle: Bool) {
    var counts = [Int](repeating: 0, count: Self.longest + 1)
    for length in lengths {
      guard length <= Self.longest else { return nil }
      counts[Int(length)] += 1
    }
    counts[0] = 0
    var left = 1
    var starts = [0]
    for length in 1...Self.longest {
      left = left << 1 - counts[length]
      guard left >= 0 else { return nil }
      starts.append((starts.last ?? 0) + counts[length - 1])
    }
    let total = counts.reduce(0, +)
    guard left == 0 || mayBeSingle && (total == 0 || total == 1 && counts[1] == 1) else {
      return nil
    }
    var symbols = [UInt16](repeating: 0, count: total)
    var places = starts
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[places[Int(length)]] = UInt16(symbol)
      places[Int(length)] += 1
    }
    self.counts = counts
    self.symbols = symbols
    quick = Self.quick(counts, symbols)
  }

  private static func quick(_ counts: [Int], _ symbols: [UInt16]) -> [UInt16] {
    var quick = [UInt16](repeating: 0, count: 1 << quickBits)
    var code = 0
    var index = 0
    for length in 1...quickBits {
      for _ in 0..<counts[length] {
        var place = reversed(code, length)
        while place < quick.count {
          quick[place] = symbols[index] << 4 | UInt16(length)
          place += 1 << length
        }
        code += 1
        index += 1
      }
      code <<= 1
    }
    return quick
  }

  /// Codes are written from their highest bit on, everything else from the lowest.
  private static func reversed(_ code: Int, _ length: Int) -> Int {
    var (rest, result) = (code, 0)
    for _ in 0..<length {
      result = result << 1 | rest & 1
      rest >>= 1
    }
    return result
  }
}
