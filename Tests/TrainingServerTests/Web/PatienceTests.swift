import Dispatch
import Synchronization
import Testing

@testable import TrainingServer

/// Deadlines, stopping and streams, with limits made short.
@Suite(.timeLimit(.minutes(1))) struct PatienceTests {
  private static let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

  @Test func `a connection that never speaks is closed silently`() throws {
    let server = try TestServer { $0.limits.firstByte = 50 }
    defer { server.stop() }
    let client = try server.connect()
    #expect(client.receiveAll() == "")
    #expect(client.hasEnded)
  }

  @Test func `an idle connection is closed silently after its last answer`() throws {
    let server = try TestServer { $0.limits.idle = 50 }
    defer { server.stop() }
    let client = try server.connect()
    client.send(Self.get)
    #expect(client.receiveAll().hasSuffix("hello"))
    #expect(client.hasEnded)
  }

  @Test(arguments: ["", "GET / HTT"])
  func `dawdling strangers make room for whoever comes`(text: String) throws {
    let server = try TestServer {
      $0.isTrustedAddress = { _ in false }
      $0.limits.connectionsPerAddress = 5
      $0.limits.strangerIdle = 20
    }
    defer { server.stop() }
    let strangers = try (0..<5).map { _ in try server.connect() }
    for stranger in strangers { stranger.send(text) }
    #expect(strangers.first?.receiveAll() == "")
    let client = try server.connect()
    client.send(Self.get)
    #expect(status(client.receiveAnswer()) == 200)
  }

  @Test(arguments: [
    "GET / HTT", "GET / HTTP/1.1\r\nHost: a\r\n", "\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab",
  ])
  func `a request that does not arrive in time is answered 408`(text: String) throws {
    let server = try TestServer {
      $0.limits.head = 50
      $0.limits.body = 50
    }
    defer { server.stop() }
    let client = try server.connect()
    client.send(text)
    let answer = client.receiveAll()
    #expect(status(answer) == 408)
    #expect(answer.contains("\r\nConnection: close\r\n"))
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\nHost: a\r\nX: ",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3004\r\n\r\n",
  ])
  func `a request that comes drop by drop earns no time`(start: String) throws {
    let server = try TestServer {
      $0.limits.head = 100
      $0.limits.body = 100
      $0.limits.bodyBytesPerSecond = 1_000_000
      $0.limits.requestsPerConnection = 1_000_000
    }
    defer { server.stop() }
    let (slow, brisk) = (try server.connect(), try server.connect())
    slow.send(start)
    // Every drop waits for the round trip of somebody else, which takes its time without sleeping.
    for _ in 0..<3000 {
      slow.send("x")
      brisk.send(Self.get)
      #expect(status(brisk.receive(through: "hello")) == 200)
    }
    slow.send("\r\n\r\n")
    #expect(status(slow.receiveAll()) == 408)
  }

  @Test func `a reader that takes nothing is dropped`() throws {
    let closed = DispatchSemaphore(value: 0)
    let server = try TestServer {
      $0.limits.writeStall = 100
    } handler: { _, responder in
      responder.send(Response(status: 200, body: [UInt8](repeating: 65, count: 30_000_000)))
      closed.signal()
    }
    defer { server.stop() }
    let client = try TestClient(port: server.port, receiveBuffer: 4096)
    client.send(Self.get)
    closed.wait()
    // Draining waits for the answer to leave; it never does, so the server must give up.
    let started = ContinuousClock().now
    server.server.stop(deadline: 20_000)
    #expect(ContinuousClock().now - started < .seconds(10))
    let received = client.receiveAll()
    #expect(received.utf8.count < 30_000_000)
  }

  @Test func `stopping finishes what is in flight and closes what is idle`() throws {
    let started = DispatchSemaphore(value: 0)
    let release = DispatchSemaphore(value: 0)
    let pool = WorkerPool(threads: 1, queueLimit: 10, name: "test")
    defer { pool.stop() }
    let server = try TestServer { _, responder in
      _ = pool.submit {
        started.signal()
        release.wait()
        responder.send(.text("done"))
      }
    }
    let idle = try server.connect()
    let busy = try server.connect()
    busy.send(Self.get)
    started.wait()
    let stopped = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      server.server.stop(deadline: 5000)
      stopped.signal()
    }
    #expect(idle.receiveAll() == "")
    #expect(idle.hasEnded)
    release.signal()
    let answer = busy.receiveAll()
    #expect(answer.hasSuffix("done"))
    #expect(answer.contains("\r\nConnection: close\r\n"))
    stopped.wait()
    #expect(throws: TestClient.Failure.self) { try server.connect() }
  }

  @Test func `stopping cuts off what does not finish`() throws {
    let kept = Mutex<[Responder]>([])
    let server = try TestServer { _, responder in kept.withLock { $0.append(responder) } }
    let client = try server.connect()
    client.send(Self.get)
    client.send(Self.get)
    server.server.stop(deadline: 50)
    #expect(client.receiveAll() == "")
    kept.withLock { $0.removeAll() }
  }

  @Test func `an event stream sends events, heartbeats and its end`() throws {
    let streams = Mutex<[EventStream]>([])
    let server = try TestServer {
      $0.limits.heartbeat = 40
    } handler: { _, responder in
      responder.stream(Response(status: 200)) { stream in
        stream.send(event: "board", data: "a\nb", id: "7")
        streams.withLock { $0.append(stream) }
      }
    }
    defer { server.stop() }
    let client = try server.connect()
    client.send(Self.get)
    let head = client.receive(through: "\r\n\r\n")
    #expect(head.contains("\r\nContent-Type: text/event-stream; charset=utf-8\r\n"))
    #expect(head.contains("\r\nTransfer-Encoding: chunked\r\n"))
    #expect(!head.contains("Content-Length"))
    #expect(client.receive(through: "\n\n\r\n") == "d\r\nretry: 3000\n\n\r\n")
    #expect(
      client.receive(through: "\n\n\r\n")
        == "24\r\nid: 7\nevent: board\ndata: a\ndata: b\n\n\r\n")
    #expect(client.receive(through: "\n\n\r\n") == "3\r\n:\n\n\r\n")
    let stream = try #require(streams.withLock { $0.first })
    #expect(!stream.isClosed)
    stream.close()
    #expect(client.receiveAll().hasSuffix("0\r\n\r\n"))
    #expect(stream.isClosed)
  }

  @Test func `a stream nobody reads is dropped when its backlog is full`() throws {
    let streams = Mutex<[EventStream]>([])
    let opened = DispatchSemaphore(value: 0)
    let server = try TestServer {
      $0.limits.streamBacklog = 100_000
    } handler: { _, responder in
      responder.stream(Response(status: 200)) { stream in
        streams.withLock { $0.append(stream) }
        opened.signal()
      }
    }
    defer { server.stop() }
    let client = try TestClient(port: server.port, receiveBuffer: 4096)
    client.send(Self.get)
    opened.wait()
    let stream = try #require(streams.withLock { $0.first })
    let data = String(repeating: "x", count: 50_000)
    for _ in 0..<100_000 where !stream.isClosed { stream.send(event: nil, data: data, id: nil) }
    #expect(stream.isClosed)
    _ = client.receiveAll()
    #expect(client.hasEnded)
  }
}
