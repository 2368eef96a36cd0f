/// `data top|doctor`: how the running server and its machine are.
package enum WatchOperations {
  static let specs = [
    OperationSpec(
      "data", "top", vi: "Xem máy chủ đang chạy, cập nhật mỗi giây (q: thoát)",
      en: "Watch the running server, anew each second (q quits)",
      options: [
        .init(
          "once", .flag, vi: "In một lần rồi thôi, như khi không có màn hình",
          en: "Print once and end, as without a terminal")
      ], .live(top)),
    OperationSpec(
      "data", "doctor", vi: "Khám thư mục dữ liệu, ổ đĩa, đồng hồ, máy; nói cần làm gì",
      en: "Examine data folder, disk, clock and machine; say what to do",
      options: [
        .init(
          "url", .text("URL"), vi: "Hỏi cả trang web qua proxy, ví dụ https://thi.truong.edu.vn",
          en: "Ask the site through its proxy too, such as https://contest.school.example")
      ], .examination { try Doctor($0, $1).outcome() }),
  ]

  @Sendable private static func top(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    guard let signs = engine.vitalSigns(at: instant) else { throw noServer }
    return OperationOutcome(documents: [
      .init(
        name: "vitals.json", mediaType: "application/json", bytes: signs.json.encoded(),
        // The key in it is for the owner of the folder alone.
        isSecret: true)
    ])
  }

  /// There is nothing to watch.
  package static var noServer: OperationFailure {
    OperationFailure(
      .refused,
      LocalizedText(
        vi: "Không có máy chủ nào đang chạy trên thư mục dữ liệu này.",
        en: "No server runs on this data folder."))
  }
}

extension VitalSigns {
  /// What a running server gave for `data top`; nil for anything else.
  package init?(_ outcome: OperationOutcome) {
    // A document that is no JSON is none of ours.
    guard let bytes = outcome.documents.first?.bytes, let json = try? JSON(bytes),
      let signs = VitalSigns(json: json)
    else { return nil }
    self = signs
  }
}
