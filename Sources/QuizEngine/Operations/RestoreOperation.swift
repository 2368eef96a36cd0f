import Glibc

/// `data restore`: on a folder that no server has open.
enum RestoreOperation {
  static let spec = OperationSpec(
    "data", "restore", vi: "Khôi phục dữ liệu từ một bản sao lưu; dữ liệu cũ được giữ lại bên cạnh",
    en: "Put a backup in place of the data; the old data is kept beside it",
    operands: [.text("FILE")],
    options: [
      .init(
        "no-checksum", .flag, vi: "Nhận cả bản sao không có tệp .sha256 bên cạnh",
        en: "Take a copy that has no .sha256 file beside it"),
      .init(
        "key", .text("FILE"), vi: "Khóa do `data key export` ghi ra; mặc định là khóa của thư mục",
        en: "The key that `data key export` wrote; by default that of the folder"),
      .init(
        "accept-foreign", .flag,
        vi: "Nhận cả bản sao cũ hoặc của nơi khác, không có chữ ký khớp khóa",
        en: "Take a copy of long ago or of elsewhere, that the key does not fit"),
    ],
    hasDryRun: true, asksFirst: true, .folder(restore))

  @Sendable private static func restore(
    _ operation: Operation, _ path: String, _ environment: Environment, _ instant: Instant
  ) throws -> OperationOutcome {
    let copy = try operation.operand(0)
    let sum = try compareSum(of: copy, isOptional: operation.flags.contains("no-checksum"))
    let proof = try RestoreProof(of: copy, sum: sum, operation, folder: path)
    let side = try check(copy)
    if operation.isDryRun, access(path, F_OK) != 0 { return trial(comparison(of: side, with: nil)) }
    let restoration = Restoration(of: copy, into: try DataFolder(claiming: path))
    defer { restoration.folder.release() }
    let table = comparison(of: side, with: restoration.present())
    if operation.isDryRun { return trial(table) }
    let hadData = restoration.folder.holdsDatabase
    let aside = try restoration.run(
      sum: sum, origin: proof.origin, key: proof.key, in: environment, at: instant)
    guard hadData else {
      return OperationOutcome(
        table, vi: "Đã khôi phục. Có thể khởi động máy chủ.",
        en: "Restored. The server can be started.")
    }
    return OperationOutcome(
      table,
      vi: "Đã khôi phục. Dữ liệu cũ nằm trong \(path)/\(aside); có thể khởi động máy chủ.",
      en: "Restored. The old data is in \(path)/\(aside); the server can be started.")
  }

  private static func trial(_ table: Table) -> OperationOutcome {
    OperationOutcome(
      table, vi: "Chạy thử, chưa đổi gì: bản sao nguyên vẹn và có thể khôi phục.",
      en: "A dry run, nothing was changed: the copy is whole and can be restored.")
  }

  private static func compareSum(of copy: String, isOptional: Bool) throws -> Digest? {
    switch try BackupSum.check(copy) {
    case .matches(let sum): return sum
    case .missing where isOptional: return nil
    case .differs:
      throw OperationFailure(
        .refused,
        LocalizedText(
          vi: "\(copy) không khớp với \(BackupSum.path(of: copy)): bản sao đã hỏng hoặc bị sửa. "
            + "Dữ liệu chưa bị thay đổi; hãy dùng một bản sao khác.",
          en: "\(copy) does not match \(BackupSum.path(of: copy)): it is damaged or was changed. "
            + "The data was not touched; use another copy."))
    case .missing:
      throw OperationFailure(
        .refused,
        LocalizedText(
          vi: "Bên cạnh \(copy) không có \(BackupSum.path(of: copy)), nên không biết bản sao có "
            + "còn nguyên từng bit hay không. Hãy tìm tệp đó, hoặc thêm --no-checksum.",
          en: "There is no \(BackupSum.path(of: copy)), so nobody can tell whether every bit of "
            + "the copy is as it was. Find that file, or add --no-checksum."))
    }
  }

  private static func check(_ copy: String) throws -> Restoration.Side {
    do {
      return try Restoration.check(copy)
    } catch let difference as SchemaDifference {
      throw OperationFailure(
        .refused,
        LocalizedText(
          vi:
            "\(copy) có những thứ mà chương trình này không tạo ra (\(difference.text.vietnamese)): "
            + "bản sao đã bị sửa. Dữ liệu chưa bị thay đổi.",
          en: "\(copy) holds what this program does not make (\(difference.text.english)): it was "
            + "changed. The data was not touched."))
    } catch let error as StorageError where error.kind != .full && error.kind != .ioFailure {
      if case .newer = error.kind { throw error }
      throw OperationFailure(
        .refused,
        LocalizedText(
          vi: "\(copy) không phải là bản sao lưu nguyên vẹn của chương trình này "
            + "(\(error.detail)). Dữ liệu chưa bị thay đổi.",
          en: "\(copy) is no whole backup of this program (\(error.detail)). "
            + "The data was not touched."))
    }
  }

  private static func comparison(
    of copy: Restoration.Side, with present: Restoration.Side?
  ) -> Table {
    let names = Set(copy.report.rows.keys).union(present?.report.rows.keys ?? [:].keys)
    let rows = names.sorted().map { name in
      [
        Cell.term(name, LocalizedText(vi: "Số dòng \(name)", en: "Rows of \(name)")),
        .count(copy.report.rows[name]), .count(present?.report.rows[name]),
      ]
    }
    return Table(
      columns: [
        .init("what", vi: "Mục", en: "What"),
        .init("copy", vi: "Trong bản sao", en: "In the backup"),
        .init("present", vi: "Hiện có", en: "Now"),
      ],
      rows: [
        [
          .term("newest", LocalizedText(vi: "Nhật ký đến lúc", en: "Log until")),
          .instant(copy.newest), .instant(present?.newest),
        ],
        [
          .term("schema", LocalizedText(vi: "Lược đồ", en: "Schema")),
          .count(copy.report.schema), .count(present?.report.schema),
        ],
        [
          .term("bytes", LocalizedText(vi: "Kích thước (byte)", en: "Bytes")),
          .count(copy.report.bytes), .count(present?.report.bytes),
        ],
      ] + rows)
  }
}
