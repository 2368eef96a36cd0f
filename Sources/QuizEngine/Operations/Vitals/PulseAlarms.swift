extension Pulse {
  /// What an operator should act on now, the worst first; `Deploy/OPERATIONS.md` says how.
  package var alarms: [LocalizedText] {
    [diskAlarm, clockAlarm, faultAlarm, writerAlarm, walAlarm, fileAlarm, refusalAlarm].compactMap {
      $0
    }
  }

  private var diskAlarm: LocalizedText? {
    if now["disk_reserve_held"] == 0 {
      return LocalizedText(
        vi: "Ổ đĩa đã dùng đến phần dự trữ: hãy giải phóng chỗ trống ngay.",
        en: "The disk has used up its reserve: make room now.")
    }
    guard let percent = freePercent, percent < 20 else { return nil }
    return LocalizedText(
      vi: "Ổ đĩa chỉ còn trống \(percent) %.", en: "Only \(percent) % of the disk is free.")
  }

  private var clockAlarm: LocalizedText? {
    guard gauge("clock_doubtful") == 1 else { return nil }
    return LocalizedText(
      vi: "Đồng hồ không đáng tin, giờ thi đang đứng: chạy trainctl data clock.",
      en: "The clock is doubtful and contest time stands still: run trainctl data clock.")
  }

  private var faultAlarm: LocalizedText? {
    let faults = growths("http_answers_total").filter { $0.value.hasPrefix("5") }
    guard !faults.isEmpty else { return nil }
    let sum = faults.reduce(0) { $0 &+ $1.number }
    return LocalizedText(
      vi: "Máy chủ báo lỗi (5xx) \(sum) lần trong \(seconds) giây qua: xem nhật ký, mức error.",
      en: "\(sum) answer\(sum == 1 ? "" : "s") with 5xx in the last \(seconds) s: "
        + "see the log, level error.")
  }

  private var writerAlarm: LocalizedText? {
    guard gauge("writer_queue") > 2000 else { return nil }
    return LocalizedText(
      vi: "Hàng chờ ghi dài: đĩa chậm hoặc quá nhiều người cùng lúc.",
      en: "The write queue is long: a slow disk, or too many people at once.")
  }

  private var walAlarm: LocalizedText? {
    guard gauge("wal_bytes") > Checkpoint.alarmingBytes else { return nil }
    return LocalizedText(
      vi: "Nhật ký ghi (WAL) lớn bất thường: có lượt đọc không kết thúc.",
      en: "The write-ahead log is unusually large: some reader does not end.")
  }

  private var fileAlarm: LocalizedText? {
    let (open, most) = (gauge("process_open_fds"), gauge("process_max_fds"))
    guard most > 0, open > most / 5 * 4 else { return nil }
    return LocalizedText(
      vi: "Đã mở \(open) trên \(most) tệp: sắp không nhận thêm kết nối.",
      en: "\(open) of \(most) files are open: soon no connection can be taken.")
  }

  private var refusalAlarm: LocalizedText? {
    let reasons = growths("http_connections_refused_total")
    guard !reasons.isEmpty else { return nil }
    let sum = reasons.reduce(0) { $0 &+ $1.number }
    return LocalizedText(
      vi: "Từ chối \(sum) kết nối trong \(seconds) giây qua vì đã đủ chỗ.",
      en: "\(sum) connection\(sum == 1 ? " was" : "s were") turned away in the last \(seconds) s: "
        + "all places are taken.")
  }
}
