/// What a running server says of itself.
struct ServerFacts {
  let signs: VitalSigns

  var findings: [Finding] {
    let pulse = Pulse(signs, after: signs)
    let alarms = pulse.alarms.map { alarm in
      Finding(
        .wrong, "server", vi: alarm.vietnamese, en: alarm.english,
        advice: LocalizedText(
          vi: "Xem Deploy/OPERATIONS.md, mục cảnh báo.", en: "See Deploy/OPERATIONS.md, Alarms."))
    }
    let since = signs.since
    return [
      Finding(
        .good, "server",
        vi: "Máy chủ đang chạy, từ \(since.vietnamText(.vietnamese)) (giờ Việt Nam).",
        en: "The server runs since \(since.vietnamText(.english)) (Viet Nam time).")
    ] + alarms
  }
}
