extension Pulse {
  /// The figures for programs: one property each, numbers without words.
  package var table: Table {
    let properties = figures.map { figure in
      (
        key: figure.key, title: figure.title,
        value: figure.unit == .flag
          ? figure.number.map { Cell.flag($0 != 0) } ?? .none : Cell.count(figure.number)
      )
    }
    return Table(
      properties: properties + [
        ("refusals", refusalTitle, .text(refusals)),
        (
          "uptimeSeconds", LocalizedText(vi: "Đã chạy (giây)", en: "Up (s)"),
          .count(Int(uptime.milliseconds / 1000))
        ),
      ])
  }

  /// What was refused between the looks, the most frequent first; nil when nothing was.
  var refusals: String? {
    let kinds = growths("refusals_total").sorted { $0.number > $1.number }
    return kinds.isEmpty ? nil : kinds.map { "\($0.value) \($0.number)" }.joined(separator: "  ")
  }

  var refusalTitle: LocalizedText {
    LocalizedText(vi: "Từ chối trong \(seconds) giây", en: "Refused in \(seconds) s")
  }
}

extension Pulse.Figure {
  /// The number with its unit, as people write it.
  func text(_ language: Language) -> String {
    guard let number else { return "—" }
    let mark = language.decimalMark
    switch unit {
    case .plain: return grouped(number, language)
    case .tenths: return tenths(number, mark)
    case .percent: return "\(number) %"
    case .flag: return Cell.flag(number != 0).text(language)
    case .microseconds:
      if number >= 1_000_000 { return tenths(number / 100_000, mark) + " s" }
      if number >= 10_000 { return tenths(number / 100, mark) + " ms" }
      // A quick disk takes some hundredths.
      return "\(number / 1000)\(mark)\(padded(number % 1000 / 10, 2)) ms"
    case .bytes:
      let units = ["B", "KiB", "MiB", "GiB", "TiB"]
      var (size, index) = (max(0, number) &* 10, 0)
      while size >= 10_240, index < units.count - 1 { (size, index) = (size / 1024, index + 1) }
      return index == 0 ? "\(number) B" : tenths(size, mark) + " " + units[index]
    }
  }

  private func tenths(_ number: Int, _ mark: String) -> String {
    "\(number / 10)\(mark)\(number % 10)"
  }

  private func grouped(_ number: Int, _ language: Language) -> String {
    let mark = language == .vietnamese ? "." : ","
    var digits = Array(String(number.magnitude))
    for place in stride(from: digits.count - 3, to: 0, by: -3) {
      digits.insert(contentsOf: mark, at: place)
    }
    return (number < 0 ? "-" : "") + String(digits)
  }
}
