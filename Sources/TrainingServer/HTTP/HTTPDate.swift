import QuizEngine

/// IMF-fixdate (RFC 9110 section 5.6.7), such as `Sat, 21 Nov 2026 02:13:53 GMT`.
enum HTTPDate {
  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The text for a moment in milliseconds since 1970.
  static func text(_ milliseconds: Int64) -> String {
    let time = CalendarTime(Instant(milliseconds: milliseconds))
    let dayNumber = (milliseconds - floorRemainder(milliseconds, 86_400_000)) / 86_400_000
    // 1970-01-01 was a Thursday.
    let weekday = days[Int(floorRemainder(dayNumber + 4, 7))]
    let month = months[max(0, min(11, time.month - 1))]
    return "\(weekday), \(padded(time.day, 2)) \(month) \(padded(time.year, 4)) "
      + "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2)) GMT"
  }

  /// Milliseconds since 1970, or nil for anything but IMF-fixdate.
  static func milliseconds(_ text: String) -> Int64? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: String(parts[2])),
      let day = number(parts[1], digits: 2), let year = number(parts[3], digits: 4)
    else { return nil }
    let clock = parts[4].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 3, let hour = number(clock[0], digits: 2),
      let minute = number(clock[1], digits: 2), let second = number(clock[2], digits: 2),
      let time = CalendarTime(
        year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)
    else { return nil }
    let result = time.instant().milliseconds
    return self.text(result) == text ? result : nil
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy(\.isDigit) else { return nil }
    return Int(text)
  }

  private static func floorRemainder(_ value: Int64, _ divisor: Int64) -> Int64 {
    let remainder = value % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}

/// The `Date:` line and fields that never change, made again only when the second has changed.
struct DateLine {
  private var second = Int64.min
  private let constant: HeaderFields
  private(set) var bytes: [UInt8] = []

  init(followedBy constant: HeaderFields = HeaderFields()) {
    self.constant = constant.isSafe ? constant.withoutWriterFields : HeaderFields()
  }

  mutating func update(_ milliseconds: Int64) {
    let now = milliseconds / 1000
    guard now != second else { return }
    second = now
    bytes = Array("Date: \(HTTPDate.text(milliseconds))\r\n".utf8) + constant.bytes
  }
}
