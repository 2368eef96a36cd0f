import Foundation

/// Writes the number of a cell as the sheet shows it.
enum CellNumber {
  /// The text of a number that stands in the file as `written`.
  static func text(_ written: [UInt8], _ format: NumberFormat, startsIn1904: Bool) -> String {
    let asWritten = String(decoding: written, as: UTF8.self)
    guard let value = number(written) else { return asWritten }
    switch format {
    case .general: return plain(value, asWritten)
    case .percent(let decimals): return fixed(value * 100, decimals: decimals) + "%"
    case .padded(let digits):
      let text = plain(value, asWritten)
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return text }
      return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    case .date, .time, .dateTime:
      return moment(value, format, startsIn1904) ?? plain(value, asWritten)
    }
  }

  /// Digits, a point, an exponent: nothing else of what could be read as a number.
  private static func number(_ written: [UInt8]) -> Double? {
    guard written.count <= 40,
      written.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }),
      let value = Double(String(decoding: written, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  /// Spreadsheets count fifteen digits; a whole number beyond stays as it was written.
  private static func plain(_ value: Double, _ asWritten: String) -> String {
    let isWhole = asWritten.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard !isWhole, value.magnitude < 1e15 else { return asWritten }
    return String(format: "%.15g", value)
  }

  private static func fixed(_ value: Double, decimals: Int) -> String {
    String(format: "%.*f", decimals, value)
  }

  /// ISO 8601: `2013-03-15`, `08:30:00` or both with a T.
  ///
  /// Days count from 1 January 1900 as 1, with a 29 February 1900 that never was.
  private static func moment(
    _ value: Double, _ format: NumberFormat, _ startsIn1904: Bool
  ) -> String? {
    guard value >= 0, value < 2_958_466 else { return nil }
    var seconds = Int((value * 86_400).rounded())
    if format == .date { seconds = Int(value) * 86_400 }
    let time = seconds % 86_400
    let clock = [seconds / 3600 % 24, time / 60 % 60, time % 60].map(twoDigits)
    guard format != .time else {
      // Times that run on, such as 26:30:00, keep their hours.
      return ([twoDigits(seconds / 3600)] + clock.dropFirst()).joined(separator: ":")
    }
    var day = seconds / 86_400
    if startsIn1904 { day += 1462 }
    guard day > 0, day != 60 else { return nil }
    let sinceEpoch = day - (day < 60 ? 25_568 : 25_569)
    let date = CalendarTime(Instant(milliseconds: Int64(sinceEpoch) * 86_400_000))
    let text = "\(date.year)-\(twoDigits(date.month))-\(twoDigits(date.day))"
    return format == .dateTime ? text + "T" + clock.joined(separator: ":") : text
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
