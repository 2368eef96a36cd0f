/// A share with its denominator, printed in per cent with one decimal.
package struct Rate: Hashable, Sendable {
  package let numerator: Int
  package let denominator: Int

  package init(_ numerator: Int, of denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Tenths of a per cent, rounded half up; nil when there is nothing to divide by.
  package var tenths: Int? {
    guard denominator > 0, numerator >= 0 else { return nil }
    let divisor = Int128(denominator)
    return Int(clamping: (Int128(numerator) * 2000 + divisor) / (divisor * 2))
  }

  /// The per cent without a sign, such as `87.5`; nil when there is nothing to divide by.
  package func text(separator: String = ".") -> String? {
    tenths.map { "\($0 / 10)\(separator)\($0 % 10)" }
  }
}
