import Foundation
import Glibc
import QuizEngine
import Synchronization
import Testing

@testable import TrainingServer

@Suite(.timeLimit(.minutes(1))) struct ListeningTests {
  @Test func `a port in use is named`() throws {
    let first = try TestServer()
    defer { first.stop() }
    let address = ListenAddress.tcp(host: "127.0.0.1", port: first.port)
    let error = #expect(throws: ListenError.self) { try TestServer(address: address) }
    #expect(error == .inUse("127.0.0.1:\(first.port)"))
    #expect(error?.message[.vietnamese].contains(String(first.port)) == true)
  }

  @Test func `an address of another machine is refused`() {
    let address = ListenAddress.tcp(host: "192.0.2.1", port: 0)
    #expect(throws: ListenError.badAddress("192.0.2.1:0")) { try TestServer(address: address) }
    let unknown = ListenAddress.tcp(host: "not a host", port: 0)
    #expect(throws: ListenError.badAddress("not a host:0")) { try TestServer(address: unknown) }
  }

  @Test func `a socket file is private, tells the user and goes away`() throws {
    let path = "/tmp/transport-test-\(UUID().uuidString).sock"
    let seen = Mutex<[Peer]>([])
    let server = try TestServer(address: .unix(path: path)) { request, responder in
      seen.withLock { $0.append(request.peer) }
      responder.send(.text("hello"))
    }
    var information = stat()
    #expect(lstat(path, &information) == 0)
    #expect(information.st_mode & 0o777 == 0o600)
    let client = try TestClient(path: path)
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(status(client.receiveAnswer()) == 200)
    #expect(seen.withLock { $0 } == [Peer(address: "unix", userID: getuid())])
    #expect(throws: ListenError.inUse(path)) { try TestServer(address: .unix(path: path)) }
    server.stop()
    #expect(lstat(path, &information) != 0)
  }

  @Test func `a socket file left by a killed process is replaced`() throws {
    let path = "/tmp/transport-test-\(UUID().uuidString).sock"
    let left = try Listener.open(.unix(path: path))
    Glibc.close(left.descriptor)
    let server = try TestServer(address: .unix(path: path))
    let client = try TestClient(path: path)
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(status(client.receiveAnswer()) == 200)
    server.stop()
  }

  @Test func `an address may hold only so many connections`() throws {
    let notices = Mutex<[NetNotice]>([])
    let server = try TestServer {
      $0.limits.connectionsPerAddress = 2
      $0.isTrustedAddress = { _ in false }
      $0.report = { notice in notices.withLock { $0.append(notice) } }
    }
    defer { server.stop() }
    let kept = try (0..<2).map { _ in try server.connect() }
    for client in kept {
      client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(status(client.receiveAnswer()) == 200)
    }
    let third = try server.connect()
    #expect(third.receiveAll() == "")
    #expect(third.hasEnded)
    #expect(notices.withLock { $0 } == [.addressExhausted("127.0.0.1")])
  }
}
