import Foundation
import Glibc
import Testing

@testable import TrainingServer

@Suite(.timeLimit(.minutes(1))) struct SupervisorTests {
  /// A supervisor's end of the talk, bound to a name.
  private struct Listener: ~Copyable {
    let file: Int32

    init(_ path: String) throws {
      file = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      var name = Array(path.utf8)
      if name.first == UInt8(ascii: "@") { name[0] = 0 }
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
      let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
      let bound = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(file, $0, length) }
      }
      try #require(bound == 0)
    }

    deinit { close(file) }

    func next() -> String {
      var bytes = [UInt8](repeating: 0, count: 200)
      let count = recv(file, &bytes, bytes.count, 0)
      return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
  }

  @Test func `a supervisor hears that the server is ready, alive, and stopping`() throws {
    let path = NSTemporaryDirectory() + "supervisor-" + UUID().uuidString
    defer { unlink(path) }
    let listener = try Listener(path)
    let supervisor = Supervisor(socket: path)
    #expect(supervisor.listens)
    supervisor.tell(.ready)
    supervisor.tell(.alive)
    supervisor.tell(.stopping)
    #expect(listener.next() == "READY=1")
    #expect(listener.next() == "WATCHDOG=1")
    #expect(listener.next() == "STOPPING=1")
  }

  @Test func `a name without a file is heard as well`() throws {
    let name = "@supervisor-" + UUID().uuidString
    let listener = try Listener(name)
    Supervisor(socket: name).tell(.ready)
    #expect(listener.next() == "READY=1")
  }

  @Test(arguments: [nil, "", "@", "/nowhere/at/all", String(repeating: "x", count: 300)])
  func `where nobody listens nothing happens`(path: String?) {
    Supervisor(socket: path).tell(.ready)
  }
}
