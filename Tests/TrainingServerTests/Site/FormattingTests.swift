import QuizEngine
import Testing

@testable import TrainingServer

struct FormattingTests {
  private let vi = Language.vietnamese
  private let en = Language.english

  @Test func `moments are Viet Nam's and name their zone beside deadlines`() throws {
    let instant = try #require(Instant(iso8601: "2026-11-20T17:05:09.250Z"))
    #expect(vi.dateTime(instant) == "21/11/2026, 00:05")
    #expect(en.dateTime(instant) == "21 Nov 2026, 00:05")
    #expect(vi.deadline(instant) == "21/11/2026, 00:05 (giờ Việt Nam)")
    #expect(en.deadline(instant) == "21 Nov 2026, 00:05 (Viet Nam time)")
    #expect(vi.timeWithSeconds(instant) == "00:05:09")
  }

  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (1000, "1.000", "1,000"),
    (1_234_567, "1.234.567", "1,234,567"), (-42_000, "-42.000", "-42,000"),
  ])
  func `numbers stand in groups of three`(_ value: Int, _ vietnamese: String, _ english: String) {
    #expect(vi.number(value) == vietnamese)
    #expect(en.number(value) == english)
  }

  @Test(
    arguments: [
      (0, "0", "0"), (8500, "8,5", "8.5"), (10_000, "10", "10"), (1_234_500, "1.234,5", "1,234.5"),
      (250, "0,25", "0.25"), (-500, "-0,5", "-0.5"), (-1500, "-1,5", "-1.5"), (1, "0,001", "0.001"),
    ] as [(Int64, String, String)])
  func `points use the language's decimal sign`(
    _ thousandths: Int64, _ vietnamese: String, _ english: String
  ) {
    #expect(vi.points(Points(thousandths: thousandths)) == vietnamese)
    #expect(en.points(Points(thousandths: thousandths)) == english)
  }

  @Test func `shares are rounded half up to one decimal`() {
    #expect(vi.percent(31, of: 42) == "73,8%")
    #expect(en.percent(1, of: 8) == "12.5%")
    #expect(vi.percent(1, of: 1) == "100%")
    #expect(vi.percent(1, of: 2000) == "0,1%")
    #expect(vi.percent(3, of: 0) == "–")
    #expect(vi.percent(.max, of: 3) == "–")
  }

  @Test func `lengths of time show their two largest parts`() {
    #expect(vi.span(.seconds(725)) == "12 phút 5 giây")
    #expect(vi.span(.minutes(90)) == "1 giờ 30 phút")
    #expect(vi.span(.days(3)) == "3 ngày")
    #expect(en.span(.seconds(61)) == "1 minute 1 second")
    #expect(en.span(.zero) == "0 seconds")
    #expect(vi.span(.seconds(-5)) == "0 giây")
  }

  @Test func `a clock that runs down never shows nought before the end`() {
    #expect(vi.clock(Span(milliseconds: 1)) == "00:01")
    #expect(vi.clock(.zero) == "00:00")
    #expect(vi.clock(.seconds(3725)) == "1:02:05")
    #expect(vi.clock(.seconds(-3)) == "00:00")
  }
}
