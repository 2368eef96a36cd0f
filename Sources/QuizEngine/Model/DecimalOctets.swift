extension [UInt8] {
  /// Appends a whole number in decimal digits, most significant first.
  package mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var divisor: UInt = 1
    while rest / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(0x30 + UInt8(truncatingIfNeeded: rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }
}

extension Int {
  /// Reads what `append(decimal:)` writes; nil for anything else, and outside the range.
  init?(decimal octets: some Collection<UInt8>) {
    let isNegative = octets.first == UInt8(ascii: "-")
    let digits = octets.dropFirst(isNegative ? 1 : 0)
    guard let first = digits.first, first != 0x30 || digits.count == 1 else { return nil }
    var number = 0
    for octet in digits {
      guard (0x30...0x39).contains(octet) else { return nil }
      let digit = Int(octet) - 0x30
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (next, isPast) = tens.addingReportingOverflow(isNegative ? -digit : digit)
      guard !isTooLarge, !isPast else { return nil }
      number = next
    }
    guard !isNegative || number != 0 else { return nil }
    self = number
  }
}
