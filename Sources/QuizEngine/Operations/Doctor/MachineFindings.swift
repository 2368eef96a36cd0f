extension MachineFacts {
  /// What to say about the machine; the limit of a running server counts more than our own.
  func findings(serverFileLimit: Int?) -> [Finding] {
    [sqliteFinding, clockFinding, timeFinding, fileFinding(serverFileLimit ?? mostFiles)]
  }

  private var sqliteFinding: Finding {
    guard sqlite.mayLoseCommitsAtWALReset else {
      return Finding(
        .good, "sqlite", vi: "SQLite \(sqlite.text).", en: "SQLite \(sqlite.text).")
    }
    return Finding(
      .note, "sqlite",
      vi: "SQLite \(sqlite.text) có lỗi WAL-reset (sửa ở 3.51.3); máy chủ tránh được nó vì chỉ "
        + "một kết nối ghi và checkpoint.",
      en: "SQLite \(sqlite.text) has the WAL-reset bug (mended in 3.51.3); the server avoids it: "
        + "one connection alone writes and checkpoints.",
      advice: LocalizedText(
        vi: "Đừng mở tệp đang chạy bằng sqlite3, Litestream hay chương trình khác; sao lưu bằng "
          + "trainctl data backup.",
        en: "Never open the live file with sqlite3, Litestream or anything else; back up with "
          + "trainctl data backup."))
  }

  private var clockFinding: Finding {
    let source = clockSource ?? "?"
    let boot = bootID ?? "?"
    let isSlow = ["hpet", "acpi_pm", "jiffies", "refined-jiffies"].contains(source)
    return Finding(
      isSlow ? .warning : .good, "clock", vi: "Nguồn đồng hồ \(source), boot_id \(boot).",
      en: "Clock source \(source), boot_id \(boot).",
      advice: LocalizedText(
        vi: "Nguồn này đọc chậm: bật tsc (hoặc kvm-clock) cho máy.",
        en: "This source is slow to read: give the machine tsc (or kvm-clock)."))
  }

  private var timeFinding: Finding {
    let advice = LocalizedText(
      vi: "Cài systemd-timesyncd hoặc chrony; nếu không có internet, chỉnh giờ bằng tay trước khi "
        + "khởi động máy chủ (timedatectl set-time).",
      en: "Install systemd-timesyncd or chrony; without internet set the time by hand before the "
        + "server starts (timedatectl set-time).")
    switch timeKeeper {
    case .synchronised(let name):
      return Finding(
        .good, "time", vi: "Giờ được đồng bộ bởi \(name).", en: "Time is kept right by \(name).")
    case .running(let name):
      return Finding(
        .good, "time", vi: "\(name) đang giữ giờ.", en: "\(name) keeps the time.")
    case .searching(let name):
      return Finding(
        .warning, "time", vi: "\(name) chưa đồng bộ được với máy chủ giờ nào.",
        en: "\(name) has not reached a time server yet.", advice: advice)
    case .none:
      return Finding(
        .warning, "time", vi: "Không thấy chương trình đồng bộ giờ.",
        en: "No program that keeps the time right was found.", advice: advice)
    }
  }

  private func fileFinding(_ limit: Int) -> Finding {
    let verdict: Finding.Verdict = limit < 1024 ? .wrong : limit < 16_384 ? .warning : .good
    return Finding(
      verdict, "files", vi: "Mở được tối đa \(limit) tệp, mỗi kết nối cần một.",
      en: "At most \(limit) files can be open; each connection needs one.",
      advice: LocalizedText(
        vi: "Đặt LimitNOFILE=65536 trong đơn vị systemd, hoặc ulimit -Hn 65536.",
        en: "Set LimitNOFILE=65536 in the systemd unit, or ulimit -Hn 65536."))
  }
}
