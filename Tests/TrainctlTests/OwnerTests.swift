import Glibc
import QuizEngine
import Testing

/// One process owns a data folder: commands go through it, or are refused.
@Suite struct OwnerTests {
  private func engine(_ trainctl: Trainctl) throws -> Engine {
    try Engine(
      folder: trainctl.folder + "/data", catalogue: .empty,
      environment: Environment(
        now: { Instant(milliseconds: 1_795_402_800_000) }, entropy: { 42 }), onFatal: { _ in })
  }

  @Test func `a folder in use is refused with the pid of its user`() throws {
    let trainctl = try Trainctl()
    let engine = try engine(trainctl)
    defer { engine.close() }
    let run = try trainctl("unit", "list")
    #expect(run.status == 1)
    #expect(run.error.contains("pid \(getpid())"), "\(run.error)")
  }

  @Test func `a running server does the command`() throws {
    let trainctl = try Trainctl()
    let engine = try engine(trainctl)
    defer { engine.close() }
    let server = try ControlServer(folder: trainctl.folder + "/data") { payload in
      engine.answer(control: payload, at: Instant(milliseconds: 1_795_402_800_000))
    }
    let added = try trainctl("unit", "add", "thcs-mau", "Trường Mẫu", "--kind", "school")
    #expect(added.status == 0, "\(added.error)")
    #expect(added.error == "Đã thêm đơn vị thcs-mau.\n")
    #expect(try engine.unit(code: "thcs-mau").name == "Trường Mẫu")
    let again = try trainctl("unit", "add", "thcs-mau", "Trường Mẫu", "--kind", "school")
    #expect(again.status == 1)
    #expect(again.error == "trainctl: đơn vị “thcs-mau” đã có. Hãy chọn tên khác.\n")
    try trainctl.write("Họ và tên,Lớp\n,6A\n", to: "sai.csv")
    let issues = try trainctl("person", "import", "sai.csv", "--unit", "thcs-mau")
    #expect(issues.error.hasPrefix("sai.csv:2:1: "))
    server.stop()
  }

  @Test func `a server that hangs up leaves the question open`() throws {
    let trainctl = try Trainctl()
    let engine = try engine(trainctl)
    defer { engine.close() }
    let server = try ControlServer(folder: trainctl.folder + "/data") { _ in [0, 0] }
    let run = try trainctl("unit", "list")
    #expect(run.status == 1)
    #expect(run.error.contains("Lệnh có thể đã được thực hiện"))
    server.stop()
  }

  @Test func `a socket left behind by a crash is no server`() throws {
    let trainctl = try Trainctl()
    #expect(try trainctl("unit", "list").status == 0)
    let server = try ControlServer(folder: trainctl.folder + "/data") { _ in [] }
    server.stop()
    #expect(try trainctl("unit", "list").status == 0)
  }
}
