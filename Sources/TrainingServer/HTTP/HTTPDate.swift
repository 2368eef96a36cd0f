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
    let octets = Array(text.utf8)
    // `Sat, 21 Nov 2026 02:13:53 GMT`: every part has its place.
    guard octets.count == 29,
      let month = months.firstIndex(where: { $0.utf8.elementsEqual(octets[8..<11]) }),
      let day = number(octets[5..<7]), let year = number(octets[12..<16]),
      let hour = number(octets[17..<19]), let minute = number(octets[20..<22]),
      let second = number(octets[23..<25]),
      let time = CalendarTime(
        year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)
    else { return nil }
    let result = time.instant().milliseconds
    return self.text(result).utf8.elementsEqual(octets) ? result : nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy(\.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
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
