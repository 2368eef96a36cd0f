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
  var last: Pulse { Pulse(now, after: looks.last ?? now) }

  /// What happened in the last minute: what is rare stays long enough to be seen.
  var minute: Pulse { Pulse(now, after: looks.first ?? now) }
}

extension RecentLooks {
  /// The screen of `trainctl data top`, line by line, none wider than `width`.
  package func screen(folder: String, width: Int, _ language: Language) -> [String] {
    var lines = [heading(folder, language), ""]
    var rest = last.figures[...]
    while !rest.isEmpty {
      lines.append(rest.prefix(3).map { cell($0, language) }.joined(separator: "  "))
      rest = rest.dropFirst(3)
    }
    lines += ["", minute.refusalTitle[language] + "  " + (minute.refusals ?? "—"), ""]
    lines += minute.alarms.map { "! " + $0[language] }
    lines.append(LocalizedText(vi: "q: thoát", en: "q: quit")[language])
    return lines.map { String($0.prefix(max(20, width))) }
  }

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
