/// Civil dates and ISO 8601 text for `Instant`, without a clock or a locale.
///
/// The day arithmetic is the proleptic Gregorian calendar in 400-year eras
/// (Howard Hinnant, "chrono-compatible low-level date algorithms").
package struct CalendarTime: Hashable, Sendable {
  package var year: Int
  package var month: Int
  package var day: Int
  package var hour: Int
  package var minute: Int
  package var second: Int
  package var millisecond: Int

  /// The civil time shown at `offset` from UTC; what lies outside the years 0 to 9999 is shown as
  /// their first or last moment.
  package init(_ instant: Instant, offset: Span = .zero) {
    let shifted = min(max((instant + offset).milliseconds, Self.first), Self.last)
    let dayNumber = Int(shifted.dividedFloor(by: 86_400_000))
    let inDay = Int(shifted - Int64(dayNumber) * 86_400_000)
    let date = Self.date(ofDay: dayNumber)
    (year, month, day) = (date.year, date.month, date.day)
    hour = inDay / 3_600_000
    minute = inDay / 60_000 % 60
    second = inDay / 1000 % 60
    millisecond = inDay % 1000
  }

  /// 0000-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z in milliseconds since 1970.
  static let first: Int64 = -62_167_219_200_000
  static let last: Int64 = 253_402_300_799_999

  /// A civil time from its parts, or nil when no such time exists.
  package init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    millisecond: Int = 0
  ) {
    guard (0...9999).contains(year), (1...12).contains(month),
      (1...Self.daysIn(month: month, year: year)).contains(day),
      (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0...999).contains(millisecond)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.millisecond = millisecond
  }

  /// The instant at which a clock at `offset` from UTC shows this time.
  package func instant(offset: Span = .zero) -> Instant {
    let days = Int64(Self.dayNumber(year: year, month: month, day: day))
    let inDay = Int64(hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond)
    return Instant(milliseconds: days * 86_400_000 + inDay - offset.milliseconds)
  }

  private static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted.dividedFloor(by: 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func date(ofDay number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted.dividedFloor(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

extension FixedWidthInteger {
  /// The quotient rounded towards negative infinity.
  fileprivate func dividedFloor(by divisor: Self) -> Self {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
