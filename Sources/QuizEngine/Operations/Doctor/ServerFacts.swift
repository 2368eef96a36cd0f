extension ServerLook {
  /// What to say about the server.
  var findings: [Finding] {
    switch self {
    case .absent:
      [Finding(.note, "server", vi: "Máy chủ không chạy.", en: "The server does not run.")]
    case .answers(let signs): Self.findings(signs)
    case .silent(let reason):
      [
        Finding(
          .wrong, "server", vi: "Máy chủ không nói gì về mình: \(reason.vietnamese)",
          en: "The server says nothing of itself: \(reason.english)",
          advice: LocalizedText(
            vi: "Chạy lệnh này bằng root hoặc chủ thư mục. Nếu máy chủ treo: systemctl restart "
              + "training-server; điều đã báo “đã lưu” vẫn còn.",
            en: "Run this as root or as the owner of the folder. If the server hangs: systemctl "
              + "restart training-server; what was shown as saved is kept."))
      ]
    }
  }

  private static func findings(_ signs: VitalSigns) -> [Finding] {
    let alarms = Pulse(signs, after: signs).alarms.map { alarm in
      Finding(
        .wrong, "server", vi: alarm.vietnamese, en: alarm.english,
        advice: LocalizedText(
          vi: "Xem OPERATIONS.md, mục Cảnh báo.", en: "See OPERATIONS.md, Alarms."))
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
