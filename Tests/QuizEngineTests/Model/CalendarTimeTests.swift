import Testing

@testable import QuizEngine

@Suite struct CalendarTimeTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00.000Z", 0), ("1969-12-31T23:59:59.999Z", -1),
      ("2000-02-29T12:00:00.000Z", 951_825_600_000),
      ("1900-03-01T00:00:00.000Z", -2_203_891_200_000),
      ("2026-07-01T00:00:00.000Z", 1_782_864_000_000),
      ("2026-11-23T03:00:00.000Z", 1_795_402_800_000),
      ("2038-01-19T03:14:08.000Z", 2_147_483_648_000),
      ("2100-12-31T23:59:59.999Z", 4_133_980_799_999),
      ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
      ("0001-01-01T00:00:00.000Z", -62_135_596_800_000),
    ] as [(String, Int64)])
  func `known instants are written and read`(text: String, milliseconds: Int64) {
    #expect(Instant(milliseconds: milliseconds).iso8601 == text)
    #expect(Instant(iso8601: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    ("2026-11-23T10:00+07:00", "2026-11-23T03:00:00.000Z"),
    ("2026-11-23T10:00:30+07:00", "2026-11-23T03:00:30.000Z"),
    ("2026-01-01T00:30:00.250+07:00", "2025-12-31T17:30:00.250Z"),
    ("2026-12-31T23:30-03:30", "2027-01-01T03:00:00.000Z"),
  ])
  func `an offset is taken off`(text: String, utc: String) {
    #expect(Instant(iso8601: text)?.iso8601 == utc)
  }

  @Test(arguments: [
    "", "2026-11-23", "2026-11-23T10:00", "2026-11-23T10:00:00", "2026-11-23 10:00Z",
    "2026-02-29T00:00Z", "1900-02-29T00:00Z", "2026-13-01T00:00Z", "2026-00-01T00:00Z",
    "2026-04-31T00:00Z", "2026-11-23T24:00Z", "2026-11-23T10:60Z", "2026-11-23T10:00:60Z",
    "2026-11-23T10:00:00.1Z", "2026-11-23T10:00+7:00", "2026-11-23T10:00+0700",
    "2026-11-23T10:00+15:00", "+026-11-23T10:00Z", "2026-11-23T10:00Zz", "2026-11-23t10:00z",
    "٢٠٢٦-11-23T10:00Z",
  ])
  func `what names no instant is refused`(text: String) {
    #expect(Instant(iso8601: text) == nil)
  }

  @Test(arguments: [0, 7, -11, 14])
  func `every moment from 1900 to 2100 survives the way to the calendar and back`(hours: Int) {
    var random = Seeded(UInt64(hours + 100))
    for _ in 0..<5_000 {
      let instant = Instant(
        milliseconds: .random(in: -2_208_988_800_000...4_133_980_799_999, using: &random))
      let time = CalendarTime(instant, offset: .hours(hours))
      #expect(time.instant(offset: .hours(hours)) == instant)
      #expect(Instant(iso8601: instant.iso8601) == instant)
      let again = CalendarTime(
        year: time.year, month: time.month, day: time.day, hour: time.hour, minute: time.minute,
        second: time.second, millisecond: time.millisecond)
      #expect(again == time, "\(instant.milliseconds)")
    }
  }

  @Test func `each day of two centuries follows the one before`() {
    var instant = Instant(milliseconds: -2_208_988_800_000)
    var days = 0
    var before = CalendarTime(instant + .days(-1))
    while instant.milliseconds < 4_133_980_800_000 {
      let time = CalendarTime(instant)
      let isNextDay = time.day == before.day + 1 && time.month == before.month
      let isNextMonth = time.day == 1 && before.day >= 28
      #expect(isNextDay || isNextMonth)
      days += 1
      before = time
      instant = instant + .days(1)
    }
    #expect(days == 73_414)
  }

  @Test func `arithmetic stays at the ends of time instead of overflowing`() {
    let last = Instant(milliseconds: .max)
    #expect(last + .days(1) == last)
    #expect(Instant(milliseconds: .min) + .days(-1) == Instant(milliseconds: .min))
    #expect(last - Instant(milliseconds: -1) == Span(milliseconds: .max))
    #expect(Span.days(.max) == Span(milliseconds: .max))
    #expect(Span.minutes(.min) == Span(milliseconds: .min))
  }

  @Test func `a window holds its opening and not its close`() {
    let window = Window(opens: Given.monday, closes: Given.monday + .minutes(1))
    #expect(window.contains(window.opens) && !window.contains(window.closes))
    #expect(window.contains(window.closes + Span(milliseconds: -1)))
    #expect(!window.contains(window.opens + Span(milliseconds: -1)))
  }
}
