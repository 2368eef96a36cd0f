/// Viet Nam's civil time: UTC+7 all year since 1975, no daylight saving.
package let vietnamOffset = Span.hours(7)

extension Instant {
  /// ISO 8601 in UTC with milliseconds, such as `2026-11-21T01:05:00.000Z`.
  package var iso8601: String {
    let time = CalendarTime(self)
    return "\(padded(time.year, 4))-\(padded(time.month, 2))-\(padded(time.day, 2))"
      + "T\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
      + ".\(padded(time.millisecond, 3))Z"
  }

  /// Reads `YYYY-MM-DDThh:mm[:ss[.mmm]]` followed by `Z` or `±hh:mm`; nil for anything else.
  ///
  /// A missing offset is refused: a rule sheet must say which zone it means.
  package init?(iso8601 text: String) {
    var reader = DigitReader(text)
    guard let year = reader.number(digits: 4), reader.take("-"),
      let month = reader.number(digits: 2), reader.take("-"),
      let day = reader.number(digits: 2), reader.take("T"),
      let hour = reader.number(digits: 2), reader.take(":"),
      let minute = reader.number(digits: 2)
    else { return nil }
    var second = 0
    var millisecond = 0
    if reader.take(":") {
      guard let value = reader.number(digits: 2) else { return nil }
      second = value
      if reader.take(".") {
        guard let value = reader.number(digits: 3) else { return nil }
        millisecond = value
      }
    }
    guard let offset = reader.zoneOffset(), reader.isAtEnd,
      let time = CalendarTime(
        year: year, month: month, day: day, hour: hour, minute: minute, second: second,
        millisecond: millisecond)
    else { return nil }
    self = time.instant(offset: offset)
  }
}

/// A number with leading zeros up to `width` digits.
package func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Reads fixed-width ASCII digits; `Int("+5")` would accept a sign.
private struct DigitReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { index == bytes.count }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  mutating func number(digits: Int) -> Int? {
    guard index + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<index + digits] {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    index += digits
    return value
  }

  mutating func zoneOffset() -> Span? {
    if take("Z") { return .zero }
    let sign: Int
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hours = number(digits: 2), take(":"), let minutes = number(digits: 2), hours <= 14,
      minutes <= 59
    else { return nil }
    return .minutes(sign * (hours * 60 + minutes))
  }
}
