/// The looks at a running server of the last minute, as `data top` takes them.
package struct RecentLooks {
  /// Those before `now`, the oldest first.
  private var looks: [VitalSigns]
  private var now: VitalSigns

  private static let memory = Span.seconds(60)

  /// Begins with one look.
  package init(_ first: VitalSigns) {
    (looks, now) = ([], first)
  }

  /// Takes one more and forgets those that are too old.
  package mutating func add(_ look: VitalSigns) {
    looks.append(now)
    now = look
    // The one before stays however long ago it was: a server may have been away.
    while looks.count > 1, now.sinceBoot - looks[0].sinceBoot > Self.memory {
      looks.removeFirst()
    }
  }

  /// What happened since the look before: for rates.
  package var last: Pulse { Pulse(now, after: looks.last ?? now) }

  /// What happened in the last minute: what is rare stays long enough to be seen.
  var minute: Pulse { Pulse(now, after: looks.first ?? now) }
}

extension RecentLooks {
  /// What `trainctl data top` shows to people, line by line.
  package func lines(folder: String, _ language: Language) -> [String] {
    // Alarms first: a short terminal loses what stands below.
    let alarms = minute.alarms.map { "! " + $0[language] }
    var lines = [heading(folder, language)] + (alarms.isEmpty ? [Self.calm[language]] : alarms)
    lines.append("")
    var rest = last.figures[...]
    while !rest.isEmpty {
      lines.append(rest.prefix(3).map { cell($0, language) }.joined(separator: "  "))
      rest = rest.dropFirst(3)
    }
    return lines + ["", minute.refusalTitle[language] + "  " + (minute.refusals ?? "—")]
  }

  /// The same as a screen, none of its lines wider than `width`.
  package func screen(folder: String, width: Int, _ language: Language) -> [String] {
    fitted(lines(folder: folder, language), width, language)
  }

  /// The screen while the server does not answer.
  package func screen(
    without reason: LocalizedText, width: Int, _ language: Language
  ) -> [String] {
    let waiting = LocalizedText(
      vi: "Lần cuối thấy máy chủ: \(now.at.vietnamText(.vietnamese)). Đang chờ máy chủ.",
      en: "The server was last seen at \(now.at.vietnamText(.english)). Waiting for it.")
    return fitted(["! " + reason[language], waiting[language]], width, language)
  }

  private func fitted(_ lines: [String], _ width: Int, _ language: Language) -> [String] {
    let keys = LocalizedText(vi: "q: thoát", en: "q: quit")[language]
    return (lines + ["", keys]).map { String($0.prefix(max(20, width))) }
  }

  private static let calm = LocalizedText(
    vi: "Không có gì phải xử lý.", en: "Nothing needs attention.")

  private func heading(_ folder: String, _ language: Language) -> String {
    let seconds = max(0, last.uptime.milliseconds / 1000)
    let (days, rest) = (seconds / 86_400, Int(seconds % 86_400))
    let clock =
      "\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))"
    let up = LocalizedText(vi: "đã chạy \(days) ngày \(clock)", en: "up \(days) d \(clock)")
    return "\(folder) · \(now.at.vietnamText(language)) · \(up[language])"
  }

  private func cell(_ figure: Pulse.Figure, _ language: Language) -> String {
    let title = figure.title[language]
    let value = figure.text(language)
    let gap = String(repeating: " ", count: max(1, 25 - title.count - value.count))
    return title + gap + value
  }
}
