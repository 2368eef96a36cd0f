extension Pulse {
  /// The figures for programs: one property each, numbers without words.
  package var table: Table {
    let refused = rates("refusals_total").map { "\($0.value) \($0.number)" }
    let properties = figures.map { figure in
      (
        key: figure.key, title: figure.title,
        value: figure.unit == .flag
          ? figure.number.map { Cell.flag($0 != 0) } ?? .none : Cell.count(figure.number)
      )
    }
    return Table(
      properties: properties + [
        (
          "refusalsPerSecond", LocalizedText(vi: "Từ chối/giây", en: "Refused/s"),
          .text(refused.isEmpty ? nil : refused.joined(separator: ", "))
        ),
        (
          "uptimeSeconds", LocalizedText(vi: "Đã chạy (giây)", en: "Up (s)"),
          .count(Int(uptime.milliseconds / 1000))
        ),
      ])
  }

  /// The screen of `trainctl data top`, line by line, none wider than `width`.
  package func screen(folder: String, width: Int, _ language: Language) -> [String] {
    var lines = [heading(folder, language), ""]
    var rest = figures[...]
    while !rest.isEmpty {
      lines.append(rest.prefix(3).map { cell($0, language) }.joined(separator: "  "))
      rest = rest.dropFirst(3)
    }
    lines += ["", refusalLine(language), ""]
    lines += alarms.map { "! " + $0[language] }
    lines.append(LocalizedText(vi: "q: thoát", en: "q: quit")[language])
    return lines.map { String($0.prefix(max(20, width))) }
  }

  private func heading(_ folder: String, _ language: Language) -> String {
    let seconds = max(0, uptime.milliseconds / 1000)
    let (days, rest) = (seconds / 86_400, Int(seconds % 86_400))
    let clock =
      "\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))"
    let up = LocalizedText(vi: "đã chạy \(days) ngày \(clock)", en: "up \(days) d \(clock)")
    return "\(folder) · \(now.at.vietnamText(language)) · \(up[language])"
  }

  private func cell(_ figure: Figure, _ language: Language) -> String {
    let title = figure.title[language]
    let value = figure.text(language)
    let gap = String(repeating: " ", count: max(1, 25 - title.count - value.count))
    return title + gap + value
  }

  private func refusalLine(_ language: Language) -> String {
    let title = LocalizedText(vi: "Từ chối/giây", en: "Refused/s")[language]
    let kinds = rates("refusals_total").sorted { $0.number > $1.number }
    let text = kinds.map { "\($0.value) \($0.number)" }.joined(separator: "  ")
    return title + "  " + (text.isEmpty ? "—" : text)
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
      return tenths(number / 100, mark) + " ms"
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
