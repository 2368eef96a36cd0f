import QuizEngine

/// Numbers, dates and times as people of each language write them; the zone is Viet Nam's.
extension Language {
  /// `21/11/2026` or `21 Nov 2026`.
  func date(_ instant: Instant) -> String {
    let time = CalendarTime(instant, offset: vietnamOffset)
    switch self {
    case .vietnamese: return "\(padded(time.day, 2))/\(padded(time.month, 2))/\(time.year)"
    case .english: return "\(time.day) \(englishMonth(time.month)) \(time.year)"
    }
  }

  /// `08:05`.
  func time(_ instant: Instant) -> String {
    let time = CalendarTime(instant, offset: vietnamOffset)
    return "\(padded(time.hour, 2)):\(padded(time.minute, 2))"
  }

  /// `08:31:07`.
  func timeWithSeconds(_ instant: Instant) -> String {
    let time = CalendarTime(instant, offset: vietnamOffset)
    return "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
  }

  /// `21/11/2026, 08:05`.
  func dateTime(_ instant: Instant) -> String { "\(date(instant)), \(time(instant))" }

  /// A deadline with its zone: `21/11/2026, 08:05 (giờ Việt Nam)`.
  func deadline(_ instant: Instant) -> String { "\(dateTime(instant)) \(zone)" }

  /// The zone as it stands beside a deadline.
  var zone: String {
    switch self {
    case .vietnamese: "(giờ Việt Nam)"
    case .english: "(Viet Nam time)"
    }
  }

  /// A whole number in groups of three: `1.234.567` or `1,234,567`.
  func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude).utf8)
    var text: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) {
        text.append(self == .vietnamese ? UInt8(ascii: ".") : UInt8(ascii: ","))
      }
      text.append(digit)
    }
    return (value < 0 ? "-" : "") + String(decoding: text, as: UTF8.self)
  }

  /// Points with the language's decimal sign: `1.234,5` or `1,234.5`.
  func points(_ points: Points) -> String {
    let whole = number(Int(clamping: points.thousandths / 1000))
    let decimals = points.text(separator: decimalSign).split(separator: Character(decimalSign))
    let sign = points.thousandths < 0 && points.thousandths > -1000 ? "-" : ""
    return decimals.count > 1 ? "\(sign)\(whole)\(decimalSign)\(decimals[1])" : whole
  }

  /// A share with one decimal at most: `87,5%`, or a dash when there is no whole.
  func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let (product, overflow) = part.multipliedReportingOverflow(by: 2000)
    guard !overflow else { return "–" }
    let tenths = (product / whole + 1) / 2
    let decimal = tenths % 10 == 0 ? "" : "\(decimalSign)\(tenths % 10)"
    return "\(number(tenths / 10))\(decimal)%"
  }

  /// A length of time in its two largest parts: `12 phút 5 giây`, `1 giờ 30 phút`, `3 ngày`.
  func span(_ span: Span) -> String {
    let seconds = Int(clamping: max(0, span.milliseconds) / 1000)
    let parts: [(count: Int, vietnamese: String, english: String)] = [
      (seconds / 86_400, "ngày", "day"), (seconds / 3600 % 24, "giờ", "hour"),
      (seconds / 60 % 60, "phút", "minute"), (seconds % 60, "giây", "second"),
    ]
    let first = parts.firstIndex { $0.count > 0 } ?? parts.count - 1
    return parts[first...].prefix(2).enumerated().compactMap { index, part in
      guard index == 0 || part.count > 0 else { return nil }
      switch self {
      case .vietnamese: return "\(number(part.count)) \(part.vietnamese)"
      case .english: return "\(number(part.count)) \(part.english)\(part.count == 1 ? "" : "s")"
      }
    }.joined(separator: " ")
  }

  /// A clock that runs down: `12:05`, `1:02:05`; days are hours.
  func clock(_ span: Span) -> String {
    let seconds = Int(clamping: (max(0, span.milliseconds) + 999) / 1000)
    let tail = "\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    return seconds >= 3600 ? "\(seconds / 3600):\(tail)" : tail
  }

  private var decimalSign: String { self == .vietnamese ? "," : "." }
}

private func englishMonth(_ month: Int) -> String {
  let names = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  return names.indices.contains(month - 1) ? names[month - 1] : String(month)
}
