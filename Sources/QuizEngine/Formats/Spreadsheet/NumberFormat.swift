/// How a cell shows a number (ECMA-376 part 1, 18.8.30 and 18.8.31).
enum NumberFormat: Hashable, Sendable {
  case general
  case date
  case time
  case dateTime
  case percent(decimals: Int)
  /// Zeros in front until there are so many digits.
  case padded(digits: Int)

  /// The formats that need no code.
  init(builtIn id: Int) {
    switch id {
    case 9: self = .percent(decimals: 0)
    case 10: self = .percent(decimals: 2)
    case 14...17, 27...31, 34...36, 50...54, 57, 58: self = .date
    case 18...21, 32, 33, 45...47, 55, 56: self = .time
    case 22: self = .dateTime
    default: self = .general
    }
  }

  /// Reads a code such as `dd/mm/yyyy;@` or `[$-42A]d mmmm`; only its first section counts.
  init(code: String) {
    let letters = Self.letters(Array(code.utf8.prefix(255)))
    if letters.starts(with: "general".utf8) {
      self = .general
      return
    }
    let has = { (letter: Character) in letters.contains(letter.asciiValue ?? 0) }
    let isTime = has("h") || has("s")
    let isDate = has("y") || has("d") || (has("m") && !isTime)
    switch (isDate, isTime) {
    case (true, true): self = .dateTime
    case (true, false): self = .date
    case (false, true): self = .time
    case (false, false): self = Self.ofDigits(letters)
    }
  }

  private static func ofDigits(_ letters: [UInt8]) -> NumberFormat {
    let zero = UInt8(ascii: "0")
    if letters.contains(UInt8(ascii: "%")) {
      let fraction = letters.drop { $0 != UInt8(ascii: ".") }
      return .percent(decimals: min(fraction.count { $0 == zero || $0 == UInt8(ascii: "#") }, 10))
    }
    if (2...30).contains(letters.count), letters.allSatisfy({ $0 == zero }) {
      return .padded(digits: letters.count)
    }
    return .general
  }

  /// The first section in small letters, without what is quoted, escaped or in brackets – but for
  /// hours, minutes and seconds that run on, `[h]`.
  private static func letters(_ code: [UInt8]) -> [UInt8] {
    var letters: [UInt8] = []
    var rest = code[...]
    while let octet = rest.popFirst() {
      switch octet {
      case UInt8(ascii: ";"): return letters
      case 0x22: rest = rest.drop { $0 != 0x22 }.dropFirst()
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): rest = rest.dropFirst()
      case UInt8(ascii: "["):
        let inside = rest.prefix { $0 != UInt8(ascii: "]") }
        let small = inside.map { $0 | 0x20 }
        if let first = small.first, small.allSatisfy({ $0 == first }), "hms".utf8.contains(first) {
          letters.append(UInt8(ascii: "h"))
        }
        rest = rest.dropFirst(inside.count + 1)
      default:
        letters.append((0x41...0x5a).contains(octet) ? octet | 0x20 : octet)
      }
    }
    return letters
  }
}
