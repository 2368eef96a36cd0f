/// An exact decimal number of at most 18 digits: `unscaled` / 10^`scale`, in lowest terms.
package struct GIFTDecimal: Hashable, Comparable, Sendable {
  package let unscaled: Int64
  package let scale: Int

  package init(_ unscaled: Int64, scale: Int = 0) {
    var unscaled = unscaled
    var scale = max(0, min(scale, 18))
    while scale > 0, unscaled % 10 == 0 {
      unscaled /= 10
      scale -= 1
    }
    self.unscaled = unscaled
    self.scale = scale
  }

  /// Reads `[+-]digits[.digits]`; nil for anything else, the decimal comma included.
  init?(_ bytes: some BidirectionalCollection<UInt8>) {
    var rest = bytes[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    var value: Int64 = 0
    var digits = 0
    var scale: Int?
    for byte in rest {
      if byte == UInt8(ascii: "."), scale == nil {
        scale = 0
        continue
      }
      guard (0x30...0x39).contains(byte), digits < 18 else { return nil }
      value = value * 10 + Int64(byte - 0x30)
      digits += 1
      scale = scale.map { $0 + 1 }
    }
    guard digits > 0, scale != 0 else { return nil }
    self.init(isNegative ? -value : value, scale: scale ?? 0)
  }

  package static func < (left: GIFTDecimal, right: GIFTDecimal) -> Bool {
    left.widened(to: 18) < right.widened(to: 18)
  }

  /// The number in units of 10^-`scale`; 18 digits before and behind the point fit.
  func widened(to scale: Int) -> Int128 {
    var value = Int128(unscaled)
    for _ in self.scale..<max(self.scale, scale) { value *= 10 }
    return value
  }

  /// Plain digits, such as `-3.142`.
  package var text: String {
    let digits = padded(unscaled.magnitude, width: scale + 1)
    let whole = digits.dropLast(scale)
    let sign = unscaled < 0 ? "-" : ""
    return scale == 0 ? sign + digits : "\(sign)\(whole).\(digits.suffix(scale))"
  }

  private func padded(_ number: UInt64, width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension GIFTDecimal {
  /// Read as percent, the millionths of the whole, rounded down; clamped to ±1,000,000.
  package var percentAsMillionths: Int {
    var millionths = unscaled.multipliedReportingOverflow(by: 10_000)
    if millionths.overflow { millionths.partialValue = unscaled > 0 ? .max : .min }
    var value = millionths.partialValue
    for _ in 0..<scale { value /= 10 }
    return Int(max(-1_000_000, min(1_000_000, value)))
  }
}
