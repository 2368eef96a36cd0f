extension Cell {
  /// How a cell is written for people.
  package func text(_ language: Language) -> String {
    switch self {
    case .none: "—"
    case .text(let text): text
    case .count(let count): String(count)
    case .points(let points): points.text(separator: language.decimalMark)
    case .rate(let rate): rate.text(separator: language.decimalMark).map { $0 + " %" } ?? "—"
    case .instant(let instant): instant.vietnamText(language)
    case .span(let span): span.clockText(separator: language.decimalMark)
    case .flag(let flag): Self.yesNo(flag)[language]
    case .term(_, let text): text[language]
    }
  }

  /// How a cell is written into a spreadsheet: numbers stay numbers.
  package func spreadsheetText(_ language: Language, decimalMark: String) -> String {
    switch self {
    case .none: ""
    case .points(let points): points.text(separator: decimalMark)
    case .rate(let rate): rate.text(separator: decimalMark) ?? "—"
    case .span(let span): span.secondsText(separator: decimalMark)
    case .text, .count, .instant, .flag, .term: text(language)
    }
  }

  private static func yesNo(_ flag: Bool) -> LocalizedText {
    flag ? LocalizedText(vi: "có", en: "yes") : LocalizedText(vi: "không", en: "no")
  }
}

extension Language {
  package var decimalMark: String {
    switch self {
    case .vietnamese: ","
    case .english: "."
    }
  }
}

extension Instant {
  /// `21/11/2026 08:05:00` or `2026-11-21 08:05:00`, in Vietnamese civil time.
  package func vietnamText(_ language: Language) -> String {
    let time = CalendarTime(self, offset: vietnamOffset)
    let clock = "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
    return "\(vietnamDate(language)) \(clock)"
  }

  /// `21/11/2026` or `2026-11-21`, in Vietnamese civil time.
  package func vietnamDate(_ language: Language) -> String {
    let time = CalendarTime(self, offset: vietnamOffset)
    let (day, month, year) = (padded(time.day, 2), padded(time.month, 2), padded(time.year, 4))
    switch language {
    case .vietnamese: return "\(day)/\(month)/\(year)"
    case .english: return "\(year)-\(month)-\(day)"
    }
  }
}

extension Span {
  /// `12:34,567`: minutes, seconds, thousandths.
  package func clockText(separator: String) -> String {
    let total = max(0, milliseconds)
    return "\(padded(Int(total / 60_000), 2)):\(padded(Int(total / 1000 % 60), 2))"
      + "\(separator)\(padded(Int(total % 1000), 3))"
  }

  /// `754.567`: seconds.
  package func secondsText(separator: String) -> String {
    let total = max(0, milliseconds)
    return "\(total / 1000)\(separator)\(padded(Int(total % 1000), 3))"
  }
}
