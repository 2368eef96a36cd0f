/// Whether a backup is this site's own, before anything of it is believed.
struct RestoreProof {
  let origin: BackupOrigin
  let key: BackupKey?

  /// - Parameter sum: the copy's SHA-256, as its checksum has it; nil without one.
  /// - Throws: `OperationFailure` for a copy that the key does not fit, unless told to take it.
  init(of copy: String, sum: Digest?, _ operation: Operation, folder: String) throws {
    let key = try Self.key(operation, folder: folder)
    self.key = key
    origin = sum.map { BackupOrigin.of(copy, sum: $0, key: key) } ?? .unsigned
    guard origin != .own, !operation.flags.contains("accept-foreign") else { return }
    throw OperationFailure(.refused, Self.refusal(origin, copy))
  }

  /// The key that was named, or else the folder's own.
  private static func key(_ operation: Operation, folder: String) throws -> BackupKey? {
    guard let path = operation.option("key") else {
      return try BackupKey.read(folder + "/backup.key")
    }
    do throws(StorageError) {
      if let key = try BackupKey.read(path) { return key }
    } catch {
      guard error.kind == .cannotOpen else { throw error }
    }
    throw OperationFailure(
      .refused,
      LocalizedText(
        vi: "\(path) không phải là tệp khóa do `trainctl data key export` ghi ra. Dữ liệu chưa bị "
          + "thay đổi.",
        en: "\(path) is no key that `trainctl data key export` wrote. The data was not touched."))
  }

  private static func refusal(_ origin: BackupOrigin, _ copy: String) -> LocalizedText {
    let seal = BackupOrigin.path(of: copy)
    let after = LocalizedText(
      vi: " Dữ liệu chưa bị thay đổi. Chỉ khi biết chắc bản sao từ đâu ra, thêm --accept-foreign.",
      en: " The data was not touched. Only if you know where the copy comes from, add "
        + "--accept-foreign.")
    let found =
      switch origin {
      case .own: LocalizedText(vi: "", en: "")
      case .foreign:
        LocalizedText(
          vi: "\(copy) không do nơi này sao lưu, hoặc đã bị sửa: \(seal) không khớp với khóa.",
          en: "\(copy) was not backed up here, or was changed: \(seal) does not fit the key.")
      case .unsigned:
        LocalizedText(
          vi: "\(copy) không có chữ ký \(seal): bản sao cũ, của nơi khác, hoặc đã bị sửa.",
          en: "\(copy) has no \(seal): it is of long ago or of elsewhere, or was changed.")
      case .noKey:
        LocalizedText(
          vi: "Thư mục này chưa có khóa để biết \(copy) có phải bản sao của mình không. Hãy thêm "
            + "--key TỆP, tệp do `trainctl data key export` ghi ra ở nơi sao lưu.",
          en: "This folder has no key to tell whether \(copy) is your own backup. Add --key FILE, "
            + "which `trainctl data key export` wrote where it was made.")
      }
    return LocalizedText(
      vi: found.vietnamese + after.vietnamese, en: found.english + after.english)
  }
}
