/// White space and the invisible signs that word processors and chat programs leave at the ends of
/// lines: no-break and zero-width spaces, byte order marks, soft hyphens, marks of direction.
enum GIFTSpace {
  /// How many octets the space at `index` has; 0 where something visible stands.
  static func width(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return isPlain(first) ? 1 : 0 }
    guard index + 1 < bytes.endIndex else { return 0 }
    let second = bytes[index + 1]
    // U+00A0, U+00AD
    if first == 0xc2 { return second == 0xa0 || second == 0xad ? 2 : 0 }
    guard index + 2 < bytes.endIndex else { return 0 }
    return isWide(first, second, bytes[index + 2]) ? 3 : 0
  }

  static func isPlain(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0a }

  private static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xe1, 0x9a): third == 0x80  // U+1680
    case (0xe1, 0xa0): third == 0x8e  // U+180E
    // U+2000 to U+200F, U+2028 to U+202F
    case (0xe2, 0x80): third <= 0x8f || (0xa8...0xaf).contains(third)
    case (0xe2, 0x81): third == 0x9f || third == 0xa0  // U+205F, U+2060
    case (0xe3, 0x80): third == 0x80  // U+3000
    case (0xef, 0xbb): third == 0xbf  // U+FEFF
    default: false
    }
  }

  /// Where the run of space ends with which `bytes` begins.
  static func end(ofRunStarting bytes: ArraySlice<UInt8>) -> Int {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let width = width(bytes, at: index)
      if width == 0 { return index }
      index += width
    }
    return index
  }

  /// Where the run of space starts with which `bytes` ends.
  static func start(ofRunEnding bytes: ArraySlice<UInt8>) -> Int {
    var end = bytes.endIndex
    while end > bytes.startIndex {
      let found = (1...3).first { width in
        end - width >= bytes.startIndex && self.width(bytes[..<end], at: end - width) == width
      }
      guard let found else { return end }
      end -= found
    }
    return end
  }
}
