import Glibc
import QuizEngine
import Testing

@testable import TrainingServer

@Suite(.timeLimit(.minutes(1))) struct ControlSocketTests {
  private func ask(_ site: TestSite, _ frame: [UInt8]) throws -> [UInt8] {
    let client = try TestClient(path: site.engine.folder.controlSocket)
    client.send(frame)
    return Array(client.receiveBytes())
  }

  @Test func `a command of the folder's owner is done`() throws {
    let site = try TestSite()
    let socket = try ControlSocket(engine: site.engine, log: site.site.log)
    defer { socket.stop() }
    let reply = try ask(site, ControlProtocol.encodeRequest(Operation("contest", "list")))
    let outcome = try ControlProtocol.decodeReply(Array(reply.dropFirst(4))).get()
    #expect(outcome.table?.rows.count == 1)
    #expect(try ControlProtocol.length(header: reply.prefix(4)) == reply.count - 4)
  }

  @Test func `the socket file is its owner's alone, and goes away`() throws {
    let site = try TestSite()
    let path = site.engine.folder.controlSocket
    let socket = try ControlSocket(engine: site.engine, log: site.site.log)
    var information = stat()
    #expect(lstat(path, &information) == 0)
    #expect(information.st_mode & 0o777 == 0o600)
    socket.stop()
    #expect(lstat(path, &information) != 0)
  }

  @Test(.enabled("needs root, to be somebody else") { geteuid() == 0 })
  func `another user of the machine is not heard, even where the file lets them`() async throws {
    let site = try TestSite()
    let socket = try ControlSocket(engine: site.engine, log: site.site.log)
    defer { socket.stop() }
    let path = site.engine.folder.controlSocket
    #expect(chmod(site.engine.folder.path, 0o755) == 0 && chmod(path, 0o666) == 0)
    await #expect(processExitsWith: .success) { [path = path as String] in
      #expect(seteuid(65_534) == 0)
      let client = try TestClient(path: path)
      client.send(try ControlProtocol.encodeRequest(Operation("contest", "list")))
      #expect(client.receiveBytes().isEmpty)
    }
  }

  @Test func `nonsense and giants are refused in words`() throws {
    let site = try TestSite()
    let socket = try ControlSocket(engine: site.engine, log: site.site.log)
    defer { socket.stop() }
    for frame in [[0, 0, 0, 2, 123, 125], [255, 255, 255, 255]] as [[UInt8]] {
      let reply = try ask(site, frame)
      let failure = #expect(throws: OperationFailure.self) {
        try ControlProtocol.decodeReply(Array(reply.dropFirst(4))).get()
      }
      #expect(failure?.kind == .misuse)
    }
  }
}
