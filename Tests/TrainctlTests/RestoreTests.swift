import Foundation
import Glibc
import QuizEngine
import Testing

/// `trainctl data restore`, as a careful operator uses it.
@Suite struct RestoreTests {
  let trainctl: Trainctl

  /// A backup that knows one school, and data that knows two.
  init() throws {
    trainctl = try Trainctl()
    _ = try trainctl("unit", "add", "thcs-mot", "Trường Một", "--kind", "school")
    _ = try trainctl("data", "backup", "sao.sqlite")
    _ = try trainctl("unit", "add", "thcs-hai", "Trường Hai", "--kind", "school")
  }

  private func units() throws -> String { try trainctl("unit", "list", "--format", "json").out }

  private func setAside() throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: trainctl.folder + "/data")
    return try #require(names.first { $0.hasPrefix("replaced-") && $0.hasSuffix(".sqlite") })
  }

  @Test func `the backup takes the place of the data, which is kept and can come back`() throws {
    let restored = try trainctl("data", "restore", "sao.sqlite", "--yes")
    #expect(restored.status == 0, "\(restored.error)")
    let aside = try setAside()
    #expect(restored.error.hasPrefix("Đã khôi phục. Dữ liệu cũ nằm trong "))
    #expect(restored.error.hasSuffix("data/\(aside); có thể khởi động máy chủ.\n"))
    #expect(!(try units().contains("thcs-hai")))
    #expect(try trainctl("data", "audit").out.contains("data restore"))
    #expect(try trainctl("data", "check").status == 0)
    let undone = try trainctl(
      "data", "restore", "data/" + aside, "--no-checksum", "--accept-foreign", "--yes")
    #expect(undone.status == 0, "\(undone.error)")
    #expect(try units().contains("thcs-hai"))
  }

  @Test func `a dry run shows both sides and changes nothing`() throws {
    let run = try trainctl("data", "restore", "sao.sqlite", "--dry-run", "--lang", "en")
    #expect(run.status == 0, "\(run.error)")
    let words = run.out.split(separator: "\n").first { $0.hasPrefix("Rows of unit ") }?
      .split(separator: " ").suffix(2)
    #expect(words == ["1", "2"], "\(run.out)")
    #expect(run.error.hasPrefix("A dry run, nothing was changed"))
    #expect(try units().contains("thcs-hai"))
    let elsewhere = try trainctl(
      "data", "restore", "sao.sqlite", "--dry-run", "--data", "nowhere", "--key", "data/backup.key")
    #expect(elsewhere.status == 0)
    #expect(throws: (any Error).self) { try trainctl.mode("nowhere") }
  }

  @Test func `where nobody can be asked, --yes must be given`() throws {
    let run = try trainctl("data", "restore", "sao.sqlite", "--lang", "en")
    #expect(run.status == 64)
    #expect(run.error.contains("Add --yes to do it"))
    #expect(try units().contains("thcs-hai"))
  }

  @Test func `a running server refuses it, and so does whoever has the folder open`() throws {
    let engine = try Engine(
      folder: trainctl.folder + "/data", catalogue: .empty,
      environment: Environment(now: { Instant(milliseconds: 0) }, entropy: { 42 }),
      onFatal: { _ in })
    let held = try trainctl("data", "restore", "sao.sqlite", "--yes")
    #expect(held.status == 1)
    #expect(held.error.contains("pid \(getpid())"), "\(held.error)")
    let server = try ControlServer(folder: trainctl.folder + "/data") { payload in
      engine.answer(control: payload, at: Instant(milliseconds: 0))
    }
    let refused = try trainctl("data", "restore", "sao.sqlite", "--yes", "--lang", "en")
    #expect(refused.status == 1)
    #expect(refused.error.contains("A server runs on this data folder"))
    server.stop()
    engine.close()
    #expect(try units().contains("thcs-hai"))
  }

  @Test func `one flipped bit is noticed, wherever it is`() throws {
    let whole = try trainctl.bytes("sao.sqlite")
    for place in [20, whole.count / 2, whole.count - 1] {
      var bytes = whole
      bytes[place] ^= 4
      try Data(bytes).write(to: URL(filePath: trainctl.folder + "/sao.sqlite"))
      let run = try trainctl("data", "restore", "sao.sqlite", "--yes", "--lang", "en")
      #expect(run.status == 1)
      #expect(run.error.contains("it is damaged or was changed"), "\(run.error)")
    }
    #expect(try units().contains("thcs-hai"))
  }

  @Test func `without its checksum a copy is taken only when told so`() throws {
    try FileManager.default.removeItem(atPath: trainctl.folder + "/sao.sqlite.sha256")
    let refused = try trainctl("data", "restore", "sao.sqlite", "--yes")
    #expect(refused.status == 1)
    #expect(refused.error.contains("hoặc thêm --no-checksum"))
    let unproven = try trainctl("data", "restore", "sao.sqlite", "--yes", "--no-checksum")
    #expect(unproven.status == 1)
    #expect(unproven.error.contains("thêm --accept-foreign"))
    let words = ["data", "restore", "sao.sqlite", "--yes", "--no-checksum", "--accept-foreign"]
    #expect(try trainctl.run(words).status == 0)
    #expect(!(try units().contains("thcs-hai")))
  }

  @Test func `what is no backup of ours is refused, and no file at all too`() throws {
    try trainctl.write("đây không phải cơ sở dữ liệu", to: "khac.sqlite")
    for name in ["khac.sqlite", "khong-co.sqlite"] {
      let run = try trainctl(
        "data", "restore", name, "--yes", "--no-checksum", "--accept-foreign", "--lang", "en")
      #expect(run.status == 1)
      #expect(run.error.contains("\(name) is no whole backup of this program"), "\(run.error)")
    }
    #expect(try units().contains("thcs-hai"))
  }

  @Test func `an empty machine is filled from a backup`() throws {
    let run = try trainctl(
      "data", "restore", "sao.sqlite", "--yes", "--data", "moi", "--key", "data/backup.key")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.error == "Đã khôi phục. Có thể khởi động máy chủ.\n")
    #expect(try trainctl("unit", "list", "--data", "moi").out.contains("thcs-mot"))
  }

  private func owners() throws -> [String: uid_t] {
    let data = trainctl.folder + "/data"
    return try FileManager.default.contentsOfDirectory(atPath: data).reduce(into: [:]) {
      var status = stat()
      #expect(lstat(data + "/" + $1, &status) == 0)
      $0[$1] = status.st_uid
    }
  }

  @Test(.enabled(if: geteuid() == 0, "not tried: only root can give files away"))
  func `what root restores belongs to the folder's owner, and a link that lies in wait does not`()
    throws
  {
    let nobody: uid_t = 65_534
    #expect(try trainctl("data", "key", "export", "--output", "khoa").status == 0)
    for name in try owners().keys { unlink(trainctl.folder + "/data/" + name) }
    try trainctl.write("root's", to: "secret")
    #expect(symlink("../secret", trainctl.folder + "/data/lock") == 0)
    #expect(chown(trainctl.folder + "/data", nobody, nobody) == 0)
    let restored = try trainctl("data", "restore", "sao.sqlite", "--yes", "--key", "khoa")
    #expect(restored.status == 0, "\(restored.error)")
    var secret = stat()
    #expect(stat(trainctl.folder + "/secret", &secret) == 0 && secret.st_uid == 0)
    let found = try owners().filter { $0.key != "lock" }
    #expect(found["training.sqlite"] == nobody && found["clock"] == nobody, "\(found)")
    #expect(found.values.allSatisfy { $0 == nobody }, "\(found)")
  }

  @Test func `the checksum is what sha256sum expects`() throws {
    let sum = String(decoding: try trainctl.bytes("sao.sqlite.sha256"), as: UTF8.self)
    let expected = Hex.encode(SHA256.hash(try trainctl.bytes("sao.sqlite")).bytes)
    #expect(sum == expected + "  sao.sqlite\n")
  }
}
