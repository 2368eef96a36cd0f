/// `data key export`: the key that tells this site's backups from any other.
enum KeyOperation {
  static let spec = OperationSpec(
    "data", "key", vi: "Ghi ra khóa của các bản sao lưu; cất ở nơi khác với bản sao",
    en: "Write out the key of the backups; keep it apart from them",
    operands: [.text("export")], document: .secret, .data(export))

  @Sendable private static func export(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    guard try operation.operand(0).utf8.elementsEqual("export".utf8) else {
      throw Misuse(
        vi: "Chỉ có `data key export`.", en: "There is `data key export` and nothing else.")
    }
    let key = try engine.exportBackupKey(by: actor, at: instant)
    return OperationOutcome(
      documents: [
        .init(name: "backup.key", mediaType: "text/plain", bytes: key.text, isSecret: true)
      ],
      notes: [
        LocalizedText(
          vi: "Khóa này chứng minh bản sao lưu là của nơi này. Cất riêng, không để cùng bản sao; "
            + "khôi phục trên máy khác thì dùng --key.",
          en: "This key proves that a backup is yours. Keep it apart from the backups; to restore "
            + "on another machine give it by --key.")
      ])
  }
}
