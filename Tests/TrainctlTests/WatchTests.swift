import Glibc
import QuizEngine
import Testing

/// `data top` and `data doctor` as an operator runs them.
@Suite struct WatchTests {
  private static let now = Instant(milliseconds: 1_795_402_800_000)

  /// An engine in the program's folder that a server serves.
  private func served(_ trainctl: Trainctl, connections: Int) throws -> (Engine, ControlServer) {
    let engine = try Engine(
      folder: trainctl.folder + "/data", catalogue: .empty,
      environment: Environment(now: { Self.now }, entropy: { 42 }), onFatal: { _ in })
    engine.instruments.serve(probeKey: "key", since: Self.now) {
      [.gauge("http_connections", "Open connections.", connections)]
    }
    let server = try ControlServer(folder: trainctl.folder + "/data") { payload in
      engine.answer(control: payload, at: Self.now)
    }
    return (engine, server)
  }

  @Test func `top without a server says so`() throws {
    let trainctl = try Trainctl()
    let run = try trainctl("data", "top", "--lang", "en")
    #expect(run.status == 1 && run.out.isEmpty)
    #expect(run.error == "trainctl: No server runs on this data folder.\n")
    #expect(try trainctl("data", "top", "--dry-run").status == 64)
  }

  @Test func `top prints once where there is no terminal, in any format`() throws {
    let trainctl = try Trainctl()
    let (engine, server) = try served(trainctl, connections: 321)
    let json = try trainctl("data", "top", "--once", "--format", "json")
    #expect(json.status == 0 && json.error.isEmpty, "\(json.error)")
    let rows = try JSON(Array(json.out.utf8))["items"]?.array ?? []
    let found = rows.first { $0["property"]?.string == "connections" }
    #expect(found?["value"]?.int == 321, "\(json.out)")
    #expect(!json.out.contains("probeKey") && !json.out.contains("key\""))
    let table = try trainctl("data", "top", "--lang", "en")
    #expect(table.out.contains("Saves/s") && table.out.contains("321"))
    #expect(!table.out.contains("\u{1b}"))
    server.stop()
    engine.close()
  }

  @Test func `doctor finds a sound folder sound, and leaves nothing behind`() throws {
    let trainctl = try Trainctl()
    _ = try trainctl("unit", "list")
    let before = try shell("ls", "-A", "data", in: trainctl.folder)
    let run = try trainctl("data", "doctor", "--lang", "en", "--format", "json")
    let rows = try JSON(Array(run.out.utf8))["items"]?.array ?? []
    let verdicts = Dictionary(
      rows.map { ($0["subject"]?.string ?? "", $0["verdict"]?.string ?? "") },
      uniquingKeysWith: { $1 })
    for subject in ["owner", "permissions", "database"] {
      #expect(verdicts[subject] == "good", "\(run.out)")
    }
    for subject in ["disk", "diskSpeed", "sqlite", "clock", "time", "files"] {
      #expect(verdicts[subject] != nil, "\(run.out)")
    }
    let wrong = rows.contains { $0["verdict"]?.string == "wrong" }
    #expect(run.status == (wrong ? 1 : 0), "\(run.error)")
    #expect(try shell("ls", "-A", "data", in: trainctl.folder) == before)
  }

  @Test func `doctor says what is wrong and what to do, and fails`() throws {
    let trainctl = try Trainctl()
    let none = try trainctl("data", "doctor", "--lang", "en")
    #expect(none.status == 1)
    #expect(none.out.hasPrefix("✗ There is no folder ./data.\n    → Name the right folder"))
    _ = try trainctl("unit", "list")
    chmod(trainctl.folder + "/data/training.sqlite", 0o644)
    let open = try trainctl("data", "doctor")
    #expect(open.status == 1)
    #expect(open.out.contains("✗ Tài khoản khác vào được: training.sqlite."))
    #expect(open.out.contains("    → Chạy: chmod -R go= ./data\n"))
    chmod(trainctl.folder + "/data/training.sqlite", 0o600)
    try trainctl.write("no database", to: "data/training.sqlite")
    let broken = try trainctl("data", "doctor", "--lang", "en")
    #expect(broken.status == 1 && broken.out.contains("✗ The database is damaged: "))
  }

  @Test func `doctor says whether there is a list of leaked passwords, and whether it is one`()
    throws
  {
    let trainctl = try Trainctl()
    _ = try trainctl("unit", "list")
    let none = try trainctl("data", "doctor", "--lang", "en")
    #expect(none.out.contains("· There is no list of leaked passwords;"), "\(none.out)")
    let list = "data/breached-passwords.txt"
    try trainctl.write("5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:9\r\n", to: list)
    let sound = try trainctl("data", "doctor", "--lang", "en")
    #expect(sound.out.contains("✓ The list of leaked passwords has the right form"))
    try trainctl.write("8846F7EAEE8FB117AD06BDD830B7586C:9\r\n", to: list)
    let wrong = try trainctl("data", "doctor")
    #expect(wrong.status == 1)
    #expect(wrong.out.contains("✗ breached-passwords.txt không dùng được"), "\(wrong.out)")
    #expect(wrong.out.contains("    → Tải lại hoặc chép lại (SHA-1, không phải NTLM)"))
  }

  @Test func `doctor beside a running server leaves the database to it`() throws {
    let trainctl = try Trainctl()
    let (engine, server) = try served(trainctl, connections: 1)
    let run = try trainctl("data", "doctor", "--lang", "en")
    #expect(run.out.contains("· The database is in use;"), "\(run.out)")
    #expect(run.out.contains("✓ The server runs since 2026-"), "\(run.out)")
    server.stop()
    engine.close()
  }

  @Test func `doctor examines the rest where the server makes no sense`() throws {
    let trainctl = try Trainctl()
    _ = try trainctl("unit", "list")
    let server = try ControlServer(folder: trainctl.folder + "/data") { _ in [1, 2, 3] }
    let run = try trainctl("data", "doctor", "--lang", "en")
    #expect(run.status == 1)
    #expect(run.out.contains("✗ The server says nothing of itself: "), "\(run.out)")
    #expect(run.out.contains("Clock source "), "\(run.out)")
    server.stop()
  }

  @Test func `doctor refuses what is no address, and tells of a site that does not answer`() throws
  {
    let trainctl = try Trainctl()
    #expect(try trainctl("data", "doctor", "--url", "t.vn").status == 64)
    _ = try trainctl("unit", "list")
    // Port 1 of this machine: nobody listens there.
    let run = try trainctl("data", "doctor", "--url", "http://127.0.0.1:1", "--lang", "en")
    #expect(run.status == 1)
    #expect(run.out.contains("✗ http://127.0.0.1:1 could not be asked: "), "\(run.out)")
  }
}
