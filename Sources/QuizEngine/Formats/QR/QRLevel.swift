/// How much of a QR code may be damaged: about 7, 15, 25 and 30 percent.
package enum QRLevel: Int, CaseIterable, Hashable, Sendable {
  case low
  case medium
  case quartile
  case high

  /// The two bits in the format information (ISO/IEC 18004, table 12).
  var formatBits: Int {
    switch self {
    case .low: 1
    case .medium: 0
    case .quartile: 3
    case .high: 2
    }
  }
}

/// How many modules, codewords and blocks a version has (ISO/IEC 18004, tables 1 and 9).
struct QRVersion: Hashable {
  let number: Int

  var size: Int { number * 4 + 17 }

  /// Codewords that the symbol holds, data and error correction.
  var codewords: Int {
    var modules = (16 * number + 128) * number + 64
    if number >= 2 {
      let patterns = number / 7 + 2
      modules -= (25 * patterns - 10) * patterns - 55
      if number >= 7 { modules -= 36 }
    }
    return modules / 8
  }

  func dataCodewords(_ level: QRLevel) -> Int {
    codewords - correctionCodewords(level) * blocks(level)
  }

  /// Error correction codewords of one block.
  func correctionCodewords(_ level: QRLevel) -> Int {
    Int(correctionTable[level.rawValue][number - 1])
  }

  func blocks(_ level: QRLevel) -> Int {
    Int(blockTable[level.rawValue][number - 1])
  }

  /// Row and column of the alignment patterns' centres.
  var alignment: [Int] {
    guard number >= 2 else { return [] }
    let count = number / 7 + 2
    let step = number == 32 ? 26 : (number * 4 + count * 2 + 1) / (count * 2 - 2) * 2
    let rising = (0..<count - 1).map { size - 7 - $0 * step }
    return [6] + rising.reversed()
  }

  /// Bits of the character count in byte mode and in alphanumeric mode.
  func countBits(isAlphanumeric: Bool) -> Int {
    switch number {
    case ...9: isAlphanumeric ? 9 : 8
    case ...26: isAlphanumeric ? 11 : 16
    default: isAlphanumeric ? 13 : 16
    }
  }
}

private let correctionTable: [[UInt8]] = [
  [
    7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30,
    26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
  ],
  [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  ],
  [
    13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30,
    30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
  ],
  [
    17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
  ],
]

private let blockTable: [[UInt8]] = [
  [
    1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14,
    15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25,
  ],
  [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25,
    26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
  ],
  [
    1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34,
    34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
  ],
  [
    1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37,
    40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
  ],
]
