/// Error correction codewords over GF(256) with the polynomial 0x11d (ISO/IEC 18004, annex A).
struct ReedSolomon {
  /// The generator's coefficients below its leading 1, highest first.
  private let generator: [UInt8]

  /// - Parameter count: codewords to make, 1 or more.
  init(count: Int) {
    var generator = [UInt8](repeating: 0, count: max(1, count) - 1) + [1]
    var root: UInt8 = 1
    for _ in 0..<generator.count {
      for index in generator.indices {
        generator[index] = Self.product(generator[index], root)
        if index + 1 < generator.count { generator[index] ^= generator[index + 1] }
      }
      root = Self.product(root, 2)
    }
    self.generator = generator
  }

  /// The remainder of `data` divided by the generator.
  func correction(of data: some Sequence<UInt8>) -> [UInt8] {
    var remainder = [UInt8](repeating: 0, count: generator.count)
    for byte in data {
      let factor = byte ^ remainder.removeFirst()
      remainder.append(0)
      for index in generator.indices {
        remainder[index] ^= Self.product(generator[index], factor)
      }
    }
    return remainder
  }

  private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
    var result: UInt8 = 0
    for bit in (0..<8).reversed() {
      result = (result << 1) ^ (result >> 7) &* 0x1d
      if right >> UInt8(bit) & 1 == 1 { result ^= left }
    }
    return result
  }
}
