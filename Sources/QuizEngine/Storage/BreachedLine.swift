/// One line of a list of leaked passwords: the SHA-1 of one, and perhaps how often it was seen.
struct BreachedLine {
  /// No line is longer: 40 digits, a colon, a number of 64 bits, CR and LF.
  static let longest = 64

  /// Where it begins, and where the next one does.
  let start: Int
  let end: Int
  /// Its 40 hexadecimal digits, in upper case.
  let hash: [UInt8]

  /// Nil when `text`, without its LF, is neither `HASH` nor `HASH:COUNT`.
  init?(_ text: ArraySlice<UInt8>, start: Int, end: Int) {
    let text = text.last == 0x0d ? text.dropLast() : text
    let count = text.dropFirst(40)
    hash = text.prefix(40).map { (0x61...0x66).contains($0) ? $0 - 0x20 : $0 }
    (self.start, self.end) = (start, end)
    guard hash.count == 40, hash.allSatisfy({ Self.isDigit($0) || (0x41...0x46).contains($0) }),
      count.isEmpty || count.first == 0x3a && (2...21).contains(count.count),
      count.dropFirst().allSatisfy(Self.isDigit)
    else { return nil }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
