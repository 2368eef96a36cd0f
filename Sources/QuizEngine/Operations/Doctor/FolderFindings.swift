extension FolderFacts {
  /// What to say about the folder and its disk.
  var findings: [Finding] {
    guard let folder else { return [missing] }
    guard canEnter else { return [owners(folder)] + [fileSystemFinding].compactMap { $0 } }
    return [owners(folder), permissions(folder)]
      + [room, speedFinding, fileSystemFinding]
      .compactMap { $0 } + [structure, breachedList.finding]
  }

  private var missing: Finding {
    Finding(
      .wrong, "folder", vi: "Không có thư mục \(path).", en: "There is no folder \(path).",
      advice: LocalizedText(
        vi: "Chỉ đúng thư mục bằng --data, hoặc chạy máy chủ một lần để nó tạo thư mục.",
        en: "Name the right folder by --data, or start the server once: it makes the folder."))
  }

  private func owners(_ folder: Entry) -> Finding {
    let advice = LocalizedText(
      vi: "Chạy máy chủ và trainctl dưới cùng một tài khoản; sửa bằng: chown -R TÀI_KHOẢN \(path)",
      en: "Run server and trainctl as one account; mend it with: chown -R ACCOUNT \(path)")
    let strangers = files.filter { $0.owner != folder.owner }.map(\.name)
    if !strangers.isEmpty {
      let names = strangers.joined(separator: ", ")
      return Finding(
        .wrong, "owner", vi: "Khác chủ với thư mục: \(names).",
        en: "Owned by somebody else than the folder: \(names).", advice: advice)
    }
    guard user == 0 || user == folder.owner, canWrite else {
      return Finding(
        .wrong, "owner", vi: "Tài khoản này (uid \(user)) không ghi được vào \(path).",
        en: "This account (uid \(user)) cannot write to \(path).",
        advice: LocalizedText(
          vi: "Chạy lệnh này bằng root hoặc bằng chủ thư mục (uid \(folder.owner)).",
          en: "Run this as root or as the owner of the folder (uid \(folder.owner))."))
    }
    return Finding(
      .good, "owner", vi: "Thư mục \(path) thuộc uid \(folder.owner), ghi được.",
      en: "The folder \(path) belongs to uid \(folder.owner) and can be written.")
  }

  private func permissions(_ folder: Entry) -> Finding {
    let open = ([folder] + files).filter { $0.mode & 0o077 != 0 && $0.name != "control.sock" }
      .map(\.name)
    guard open.isEmpty else {
      let names = open.joined(separator: ", ")
      return Finding(
        .wrong, "permissions", vi: "Tài khoản khác vào được: \(names).",
        en: "Other accounts can get at: \(names).",
        advice: LocalizedText(
          vi: "Chạy: chmod -R go= \(path)", en: "Run: chmod -R go= \(path)"))
    }
    return Finding(
      .good, "permissions", vi: "Chỉ chủ thư mục đọc được dữ liệu.",
      en: "Only the owner can read the data.")
  }

  private var room: Finding {
    let percent = freeBytes / max(1, totalBytes / 100)
    let free = freeBytes >> 20
    let advice = LocalizedText(
      vi: "Giải phóng chỗ trống hoặc chuyển sang ổ lớn hơn trước khi thi.",
      en: "Make room or move to a larger disk before the contest.")
    let text = LocalizedText(
      vi: "Ổ đĩa còn trống \(free) MiB (\(percent) %)"
        + (isReserveHeld ? ", phần dự trữ còn nguyên." : ", chưa có phần dự trữ."),
      en: "\(free) MiB of the disk are free (\(percent) %), the reserve is "
        + (isReserveHeld ? "kept." : "not kept."))
    let isTight = freeBytes <= ReserveFile.defaultSize || percent < 10
    let hasDatabase = check != .noDatabase
    let verdict: Finding.Verdict =
      isTight ? .wrong : percent < 20 || (hasDatabase && !isReserveHeld) ? .warning : .good
    return Finding(verdict, "disk", vi: text.vietnamese, en: text.english, advice: advice)
  }

  private var structure: Finding {
    switch check {
    case .leftToServer:
      Finding(
        .note, "database", vi: "Cơ sở dữ liệu đang được dùng; máy chủ kiểm tra mỗi lần khởi động.",
        en: "The database is in use; the server checks it whenever it starts.",
        advice: LocalizedText(
          vi: "Kiểm tra kỹ bằng: trainctl data check", en: "A full check: trainctl data check"))
    case .noDatabase:
      Finding(
        .note, "database", vi: "Chưa có cơ sở dữ liệu; máy chủ tạo khi chạy lần đầu.",
        en: "There is no database yet; the server makes it at its first start.")
    case .whole:
      Finding(
        .good, "database", vi: "Cấu trúc cơ sở dữ liệu nguyên vẹn (quick_check).",
        en: "The structure of the database is whole (quick_check).")
    case .broken(let detail):
      Finding(
        .wrong, "database", vi: "Cơ sở dữ liệu bị hỏng: \(detail)",
        en: "The database is damaged: \(detail)",
        advice: LocalizedText(
          vi: "Giữ nguyên thư mục, đừng chạy máy chủ; khôi phục bản sao: trainctl data restore",
          en: "Keep the folder, start no server; restore a copy: trainctl data restore"))
    }
  }
}
