import Foundation
import Testing

@testable import QuizEngine

/// Backups that somebody changed, or brought from elsewhere.
@Suite struct ForeignBackupTests {
  let trainctl: Trainctl

  /// A backup that knows one school, and data that knows two.
  init() throws {
    trainctl = try Trainctl()
    _ = try trainctl("unit", "add", "thcs-mot", "Trường Một", "--kind", "school")
    _ = try trainctl("data", "backup", "sao.sqlite")
    _ = try trainctl("unit", "add", "thcs-hai", "Trường Hai", "--kind", "school")
  }

  private static let trigger = """
    CREATE TRIGGER promote AFTER INSERT ON session BEGIN UPDATE person SET roles = 'admin'; END
    """

  private func path(_ name: String) -> String { trainctl.folder + "/" + name }

  private func change(_ name: String, _ sql: String) throws {
    try Connection(path: path(name), role: .copy).execute(unsafeSQL: sql)
  }

  /// What whoever changed a copy does next: anybody can make a checksum.
  private func sumAnew(_ name: String) throws {
    let sum = SHA256.hash(try trainctl.bytes(name)).hex
    try trainctl.write("\(sum)  \(name)\n", to: name + ".sha256")
  }

  private func restore(_ words: String..., from name: String = "sao.sqlite") throws -> Run {
    try trainctl.run(["data", "restore", name, "--yes", "--lang", "en"] + words)
  }

  private func expectUntouched() throws {
    #expect(try trainctl("unit", "list", "--format", "json").out.contains("thcs-hai"))
  }

  @Test func `a trigger with a fresh checksum is refused, with and without accepting the copy`()
    throws
  {
    try change("sao.sqlite", Self.trigger)
    try sumAnew("sao.sqlite")
    let unsigned = try restore()
    #expect(unsigned.status == 1)
    #expect(unsigned.error.contains("sao.sqlite.hmac does not fit the key"), "\(unsigned.error)")
    for words in [["--accept-foreign"], ["--accept-foreign", "--dry-run"]] {
      let run = try trainctl.run(
        ["data", "restore", "sao.sqlite", "--yes", "--lang", "en"] + words)
      #expect(run.status == 1)
      #expect(run.error.contains("not ours: trigger promote"), "\(run.error)")
    }
    try expectUntouched()
  }

  @Test func `changed rows with a fresh checksum are refused, and accepted only when told so`()
    throws
  {
    try change("sao.sqlite", "UPDATE unit SET name = 'Trường khác'")
    try sumAnew("sao.sqlite")
    #expect(try restore().status == 1)
    try expectUntouched()
    let accepted = try restore("--accept-foreign")
    #expect(accepted.status == 0, "\(accepted.error)")
    #expect(try trainctl("data", "audit").out.contains("accepted: foreign"))
  }

  @Test func `without the key an empty machine takes no backup, with it the key comes along`()
    throws
  {
    let missing = try restore("--data", "moi")
    #expect(missing.status == 1)
    #expect(missing.error.contains("Add --key FILE"), "\(missing.error)")
    let exported = try trainctl("data", "key", "export", "--output", "khoa")
    #expect(exported.status == 0, "\(exported.error)")
    #expect(try trainctl.mode("khoa") == 0o600)
    #expect(try trainctl.bytes("khoa") == trainctl.bytes("data/backup.key"))
    let restored = try restore("--data", "moi", "--key", "khoa")
    #expect(restored.status == 0, "\(restored.error)")
    // What is backed up there is known here.
    _ = try trainctl("data", "backup", "tro-lai.sqlite", "--data", "moi")
    #expect(try restore(from: "tro-lai.sqlite").status == 0)
    #expect(try trainctl("data", "audit").out.contains("data restore"))
  }

  @Test func `another site's key, no key at all and a key for another copy do not fit`() throws {
    _ = try trainctl("unit", "add", "khac", "Khác", "--kind", "school", "--data", "khac")
    _ = try trainctl("data", "key", "export", "--output", "khoa-khac", "--data", "khac")
    try trainctl.write("không phải khóa\n", to: "vo-nghia")
    let foreign = try restore("--key", "khoa-khac")
    #expect(foreign.status == 1 && foreign.error.contains("does not fit the key"))
    for name in ["vo-nghia", "khong-co"] {
      let run = try restore("--key", name)
      #expect(run.status == 1)
      #expect(run.error.contains("\(name) is no key"), "\(run.error)")
    }
    // The code of one copy beside another.
    _ = try trainctl("data", "backup", "hai.sqlite")
    let files = FileManager.default
    try files.removeItem(atPath: path("sao.sqlite.hmac"))
    try files.copyItem(atPath: path("hai.sqlite.hmac"), toPath: path("sao.sqlite.hmac"))
    #expect(try restore().status == 1)
    try expectUntouched()
  }

  @Test func `a log beside a signed copy is not played into it`() throws {
    try trainctl.write("log", to: "sao.sqlite-wal")
    let run = try restore()
    #expect(run.status == 1)
    #expect(run.error.contains("has no sao.sqlite.hmac"), "\(run.error)")
    try expectUntouched()
  }

  @Test(arguments: [5, 6, 7])
  func `a backup of long ago is taken when told so, and its schema is looked at`(number: Int) throws
  {
    let migrations = try Migrations(Schema.steps)
    for name in ["cu.sqlite", "cu-sua.sqlite"] {
      try DataFile.createIfMissing(path(name))
      try migrations.apply(to: try Connection(path: path(name), role: .copy), upTo: number)
    }
    try change("cu-sua.sqlite", "CREATE VIEW extra AS SELECT 1")
    for name in ["cu.sqlite", "cu-sua.sqlite"] { try sumAnew(name) }
    let unsigned = try restore(from: "cu.sqlite")
    #expect(unsigned.status == 1 && unsigned.error.contains("it is of long ago or of elsewhere"))
    let changed = try restore("--accept-foreign", from: "cu-sua.sqlite")
    #expect(changed.status == 1 && changed.error.contains("view extra"), "\(changed.error)")
    try expectUntouched()
    let taken = try restore("--accept-foreign", from: "cu.sqlite")
    #expect(taken.status == 0, "\(taken.error)")
    #expect(try trainctl("data", "check").status == 0)
  }

  @Test func `data check names an object that is not ours`() throws {
    #expect(try trainctl("data", "check").status == 0)
    try change("data/training.sqlite", Self.trigger)
    let run = try trainctl("data", "check", "--lang", "en")
    #expect(run.status == 1)
    #expect(run.error.contains("not ours: trigger promote"), "\(run.error)")
  }

  @Test func `the key is written for its owner alone, and who took it is noted`() throws {
    let run = try trainctl("data", "key", "export", "--lang", "en")
    #expect(run.out.utf8.count == 65)
    #expect(try trainctl.mode("data/backup.key") == 0o600)
    #expect(try trainctl("data", "audit").out.contains("data key export"))
    #expect(try trainctl("data", "key", "import").status == 64)
  }
}
