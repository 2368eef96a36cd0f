/// The content of a QR code as codewords: mode, count, data, padding, correction, interleaved.
struct QRPayload {
  private static let alphanumeric = [UInt8]("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)

  private let bytes: [UInt8]
  /// The values of the 45 letters, when there are no others; they take 5.5 bits instead of 8.
  private let letters: [Int]?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let values = bytes.compactMap { Self.alphanumeric.firstIndex(of: $0) }
    letters = !bytes.isEmpty && values.count == bytes.count ? values : nil
  }

  /// The smallest version from `minimum` on that holds the content; nil beyond 40.
  func version(_ level: QRLevel, from minimum: Int) -> QRVersion? {
    guard minimum <= 40 else { return nil }
    return (max(1, minimum)...40).lazy.map { QRVersion(number: $0) }
      .first { bitCount(in: $0) <= $0.dataCodewords(level) * 8 }
  }

  private func bitCount(in version: QRVersion) -> Int {
    let count = version.countBits(isAlphanumeric: letters != nil)
    // A longer content does not even fit the count's field.
    guard bytes.count < 1 << count else { return .max }
    let data = letters.map { $0.count / 2 * 11 + $0.count % 2 * 6 } ?? bytes.count * 8
    return 4 + count + data
  }

  /// The data codewords with their padding (ISO/IEC 18004, 7.4).
  func data(in version: QRVersion, _ level: QRLevel) -> [UInt8] {
    var bits = BitWriter()
    bits.append(letters == nil ? 0b0100 : 0b0010, count: 4)
    bits.append(bytes.count, count: version.countBits(isAlphanumeric: letters != nil))
    if let letters {
      for index in stride(from: 0, to: letters.count, by: 2) {
        if index + 1 < letters.count {
          bits.append(letters[index] * 45 + letters[index + 1], count: 11)
        } else {
          bits.append(letters[index], count: 6)
        }
      }
    } else {
      for byte in bytes { bits.append(Int(byte), count: 8) }
    }
    let capacity = version.dataCodewords(level)
    bits.append(0, count: min(4, capacity * 8 - bits.count))
    bits.append(0, count: (8 - bits.count % 8) % 8)
    var padding = 0xec
    while bits.bytes.count < capacity {
      bits.append(padding, count: 8)
      padding ^= 0xec ^ 0x11
    }
    return bits.bytes
  }

  /// All codewords in the order in which they are placed (7.6).
  func codewords(in version: QRVersion, _ level: QRLevel) -> [UInt8] {
    let data = data(in: version, level)
    let count = version.blocks(level)
    let short = data.count / count
    let longBlocks = data.count % count
    let coder = ReedSolomon(count: version.correctionCodewords(level))
    var blocks: [ArraySlice<UInt8>] = []
    var start = 0
    for block in 0..<count {
      // The long blocks come last.
      let length = short + (block >= count - longBlocks ? 1 : 0)
      blocks.append(data[start..<start + length])
      start += length
    }
    let corrections = blocks.map { coder.correction(of: $0) }
    var result: [UInt8] = []
    result.reserveCapacity(version.codewords)
    for position in 0...short {
      for block in blocks where position < block.count {
        result.append(block[block.startIndex + position])
      }
    }
    for position in 0..<version.correctionCodewords(level) {
      for correction in corrections { result.append(correction[position]) }
    }
    return result
  }
}

/// Bits into bytes, the most significant first.
private struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0

  mutating func append(_ value: Int, count bits: Int) {
    for bit in (0..<max(0, bits)).reversed() {
      if count % 8 == 0 { bytes.append(0) }
      if value >> bit & 1 == 1 { bytes[count / 8] |= 0x80 >> UInt8(count % 8) }
      count += 1
    }
  }
}
