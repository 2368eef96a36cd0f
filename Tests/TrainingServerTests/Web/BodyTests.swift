import Synchronization
import Testing

@testable import TrainingServer

@Suite(.timeLimit(.minutes(1))) struct BodyTests {
  private static func echo(
    change: (inout HTTPServer.Configuration) -> Void = { _ in }
  ) throws -> TestServer {
    try TestServer(change: change) { request, responder in
      responder.send(Response(status: 200, body: request.body))
    }
  }

  @Test func `a chunked body arrives whole`() throws {
    let server = try Self.echo()
    defer { server.stop() }
    let client = try server.connect()
    client.send(
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n"
        + "0\r\n\r\n")
    #expect(client.receiveAnswer().hasSuffix("\r\n\r\nabcde"))
  }

  @Test func `a body larger than every buffer comes back whole`() throws {
    let size = 3_000_000
    let server = try Self.echo { $0.admit = { _ in .accept(limit: size) } }
    defer { server.stop() }
    let client = try server.connect()
    let body = (0..<size).map { UInt8(truncatingIfNeeded: 97 + $0 % 26) }
    client.send(octets("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(size)\r\n\r\n") + body)
    let answer = client.receiveAnswer()
    #expect(answer.utf8.suffix(size).elementsEqual(body))
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(status(client.receiveAnswer()) == 200)
  }

  @Test func `a client that asks is told to continue before it sends the body`() throws {
    let server = try Self.echo()
    defer { server.stop() }
    let client = try server.connect()
    client.send(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-Continue\r\n\r\n")
    #expect(client.receive(through: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
    client.send("abc")
    #expect(client.receiveAnswer().hasSuffix("\r\n\r\nabc"))
  }

  @Test func `nobody is told to continue when the body is here, or in HTTP 1.0`() throws {
    let server = try Self.echo()
    defer { server.stop() }
    for text in [
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabc",
      "POST / HTTP/1.0\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabc",
    ] {
      let client = try server.connect()
      client.send(text)
      #expect(client.receiveAnswer().hasPrefix("HTTP/1.1 200 "))
    }
  }

  @Test(arguments: [401, 403, 413, 415])
  func `a body that is not wanted is refused before it is sent`(code: Int) throws {
    let server = try Self.echo {
      $0.admit = { _ in .refuse(.problem(status: code, detail: "No.")) }
    }
    defer { server.stop() }
    let client = try server.connect()
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n")
    let answer = client.receiveAll()
    #expect(status(answer) == code)
    #expect(answer.contains("\r\nConnection: close\r\n"))
    #expect(client.hasEnded)
  }

  @Test func `a client that sends on after a refusal is not cut off`() throws {
    let server = try Self.echo()
    defer { server.stop() }
    let client = try server.connect()
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n")
    #expect(status(client.receiveAnswer()) == 413)
    for _ in 0..<60 { client.send([UInt8](repeating: 65, count: 1000)) }
    client.finishSending()
    #expect(client.receiveAll() == "")
    #expect(client.hasEnded)
    #expect(!client.wasCut)
  }

  @Test func `the limit of the route decides`() throws {
    let server = try Self.echo {
      $0.admit = { .accept(limit: $0.path == ["large"] ? 10 : 2) }
    }
    defer { server.stop() }
    for (path, expected) in [("/large", 200), ("/small", 413)] {
      let client = try server.connect()
      client.send("POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc")
      #expect(status(client.receiveAnswer()) == expected)
    }
  }

  @Test func `a body that ends early has no effect`() throws {
    let handled = Atomic(0)
    let server = try TestServer { _, responder in
      handled.add(1, ordering: .relaxed)
      responder.send(.noContent())
    }
    defer { server.stop() }
    for row in FramingCases.incomplete {
      let client = try server.connect()
      client.send(row.bytes)
      client.finishSending()
      #expect(client.receiveAll() == "")
      #expect(client.hasEnded)
    }
    #expect(handled.load(ordering: .relaxed) == 0)
  }

  @Test func `a client that half-closes still gets its answer`() throws {
    let pool = WorkerPool(threads: 1, queueLimit: 10, name: "test")
    let server = try TestServer { _, responder in
      _ = pool.submit { responder.send(.text("late")) }
    }
    defer {
      server.stop()
      pool.stop()
    }
    let client = try server.connect()
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n")
    client.finishSending()
    #expect(client.receiveAnswer().hasSuffix("late"))
    #expect(client.receiveAll().hasSuffix("late"))
    #expect(client.hasEnded)
  }
}
