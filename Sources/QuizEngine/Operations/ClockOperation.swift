/// `data clock`: the time that contests go by, and an operator's word on it.
package enum ClockOperation {
  static let spec = OperationSpec(
    "data", "clock", vi: "Giờ của cuộc thi và giờ của máy; xác nhận giờ máy sau khi chỉnh",
    en: "Contest time and the machine's; confirm the machine's after setting it right",
    options: [
      .init(
        "accept", .flag, vi: "Lấy giờ của máy làm giờ cuộc thi, từ bây giờ",
        en: "Take the machine's time as contest time, from now on")
    ], .data(clock))

  /// Why nothing starts, and what to do.
  package static let doubt = LocalizedText(
    vi: "Đồng hồ của máy chậm hơn thời điểm đã ghi trong dữ liệu, nên giờ cuộc thi đang đứng lại: "
      + "không cuộc thi nào mở hay đóng. Hãy chỉnh giờ của máy; giờ sẽ tự chạy tiếp. Nếu giờ của "
      + "máy vốn đã đúng, gõ: trainctl data clock --accept",
    en: "The machine's clock is behind what the data already records, so contest time stands "
      + "still: no contest opens or closes. Set the machine's clock right, and time goes on by "
      + "itself. If the machine's clock is right as it is, type: trainctl data clock --accept")

  @Sendable private static func clock(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    guard operation.flags.contains("accept") else {
      let summary = engine.clockSummary(at: instant)
      return OperationOutcome(
        table: table(summary), notes: summary.doubtfulSince == nil ? [] : [doubt])
    }
    return OperationOutcome(
      table: table(try engine.acceptClock(by: actor)),
      notes: [
        LocalizedText(
          vi: "Giờ cuộc thi nay theo giờ của máy; đã ghi vào nhật ký.",
          en: "Contest time now follows the machine's; the log says so.")
      ])
  }

  private static func table(_ summary: ClockSummary) -> Table {
    Table(properties: [
      ("now", LocalizedText(vi: "Giờ cuộc thi", en: "Contest time"), .instant(summary.now)),
      (
        "machine", LocalizedText(vi: "Giờ của máy", en: "The machine's time"),
        .instant(summary.now + summary.ahead)
      ),
      (
        "aheadMilliseconds",
        LocalizedText(vi: "Máy nhanh hơn (mili giây)", en: "Machine ahead (milliseconds)"),
        .count(Int(summary.ahead.milliseconds))
      ),
      (
        "doubtfulSince", LocalizedText(vi: "Đứng lại từ", en: "Stands still since"),
        .instant(summary.doubtfulSince)
      ),
    ])
  }
}
