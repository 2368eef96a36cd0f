extension FolderFacts {
  /// How fast saves can be made durable here.
  var speedFinding: Finding? {
    guard let speed else {
      guard canWrite else { return nil }
      return Finding(
        .wrong, "diskSpeed", vi: "Không ghi được tệp thử vào thư mục.",
        en: "A test file could not be written into the folder.",
        advice: LocalizedText(
          vi: "Xem chỗ trống và lỗi ổ đĩa (dmesg).", en: "Look at free space and dmesg."))
    }
    let text = LocalizedText(
      vi: "Ghi bền một trang (fdatasync): p50 \(milliseconds(speed.median, ",")) ms, "
        + "p99 \(milliseconds(speed.p99, ",")) ms.",
      en: "One durable page (fdatasync): p50 \(milliseconds(speed.median, ".")) ms, "
        + "p99 \(milliseconds(speed.p99, ".")) ms.")
    return Finding(
      speed.verdict, "diskSpeed", vi: text.vietnamese, en: text.english, advice: speed.advice)
  }

  /// Whether the file system keeps its word.
  var fileSystemFinding: Finding? {
    guard let fileSystem else { return nil }
    switch fileSystem {
    case "tmpfs", "ramfs":
      return Finding(
        .wrong, "fileSystem", vi: "Thư mục nằm trong bộ nhớ (\(fileSystem)): tắt máy là mất.",
        en: "The folder lies in memory (\(fileSystem)): it is gone when the power is.",
        advice: Self.elsewhere)
    case "nfs", "nfs4", "cifs", "smb3", "9p", "virtiofs", "fuse.sshfs", "vboxsf", "vfat", "exfat":
      return Finding(
        .wrong, "fileSystem",
        vi: "Hệ tệp \(fileSystem) không bảo đảm khóa và ghi bền cho cơ sở dữ liệu.",
        en: "The file system \(fileSystem) does not promise locks and durable writes.",
        advice: Self.elsewhere)
    case "overlay":
      return Finding(
        .warning, "fileSystem",
        vi: "Thư mục nằm trong lớp ghi của container: xóa container là mất.",
        en: "The folder lies in the layer of a container and goes with it.",
        advice: Self.elsewhere)
    default:
      return Finding(
        .good, "fileSystem", vi: "Hệ tệp \(fileSystem).", en: "File system \(fileSystem).")
    }
  }

  private static let elsewhere = LocalizedText(
    vi: "Đặt thư mục dữ liệu trên ổ đĩa của chính máy này (ext4, xfs, btrfs).",
    en: "Put the data folder on a disk of this machine (ext4, xfs, btrfs).")

  private func milliseconds(_ microseconds: Int, _ mark: String) -> String {
    "\(microseconds / 1000)\(mark)" + padded(microseconds % 1000 / 10, 2)
  }
}

extension DiskSpeed {
  /// Microseconds below which no disk flushes anything.
  private static let implausible = 15

  /// A save waits for one flush: half a second is what pupils still bear at the worst moment.
  var verdict: Finding.Verdict {
    if median < Self.implausible { return .warning }
    if median > 50_000 || p99 > 500_000 { return .wrong }
    return median > 10_000 || p99 > 100_000 ? .warning : .good
  }

  var advice: LocalizedText {
    if median < Self.implausible {
      return LocalizedText(
        vi: "Nhanh đến mức khó tin: ổ đĩa có thể không thật sự ghi xuống. Tắt bộ nhớ đệm ghi hoặc "
          + "dùng ổ có chống mất điện.",
        en: "Too fast to be true: the disk may not write through. Turn its write cache off or use "
          + "one with power-loss protection.")
    }
    return LocalizedText(
      vi: "Dùng ổ SSD của chính máy này; ổ cứng quay hoặc ổ mạng làm việc lưu bài chậm khi đông.",
      en: "Use an SSD of this machine; spinning or network disks make saves slow in a crowd.")
  }
}
