import Synchronization
import Testing

@testable import TrainingServer

@Suite(.timeLimit(.minutes(1))) struct HTTPServerTests {
  private static let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

  @Test func `a connection serves one request after another`() throws {
    let server = try TestServer()
    defer { server.stop() }
    let client = try server.connect()
    for _ in 0..<3 {
      client.send(Self.get)
      #expect(
        client.receiveAnswer() == """
          HTTP/1.1 200 OK\r
          Date: Sat, 21 Nov 2026 00:00:00 GMT\r
          Content-Type: text/plain; charset=utf-8\r
          Content-Length: 5\r
          \r
          hello
          """)
    }
  }

  @Test func `pipelined requests are answered in order, one at a time`() throws {
    let pool = WorkerPool(threads: 3, queueLimit: 100, name: "test")
    let inFlight = Atomic(0)
    let server = try TestServer { request, responder in
      #expect(inFlight.add(1, ordering: .relaxed).newValue == 1)
      let path = request.target.rawPath
      _ = pool.submit {
        inFlight.subtract(1, ordering: .relaxed)
        responder.send(.text(path))
      }
    }
    defer {
      server.stop()
      pool.stop()
    }
    let client = try server.connect()
    client.send((0..<500).map { "GET /\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
    for number in 0..<500 {
      #expect(client.receiveAnswer().hasSuffix("\r\n\r\n/\(number)"))
    }
  }

  @Test func `HEAD has the fields of GET and no body`() throws {
    let server = try TestServer()
    defer { server.stop() }
    let client = try server.connect()
    client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" + Self.get)
    let head = client.receiveAnswer(hasBody: false)
    #expect(client.receiveAnswer() == head + "hello")
  }

  @Test func `a refused HEAD has no body either`() throws {
    let server = try TestServer()
    defer { server.stop() }
    let client = try server.connect()
    client.send("HEAD / HTTP/1.1\r\n\r\n")
    let answer = client.receiveAll()
    #expect(status(answer) == 400)
    #expect(answer.hasSuffix("\r\n\r\n"))
  }

  @Test(arguments: [204, 304])
  func `statuses without body have no framing either`(code: Int) throws {
    let server = try TestServer { _, responder in
      responder.send(Response(status: code, fields: ["ETag": "\"a\""], body: [1, 2, 3]))
    }
    defer { server.stop() }
    let client = try server.connect()
    client.send(Self.get + Self.get)
    for _ in 0..<2 {
      let answer = client.receive(through: "\r\n\r\n")
      #expect(status(answer) == code)
      #expect(!answer.contains("Content-Length"))
      #expect(!answer.contains("Transfer-Encoding"))
    }
  }

  @Test(arguments: RequestParserTests.cases.filter { $0.isRefused && $0.bytes.count < 20_000 })
  func `every refusal is answered as a problem and closes the connection`(row: ParserCase) throws {
    let handled = Atomic(0)
    let server = try TestServer {
      $0.admit = { _ in .accept(limit: 1000) }
    } handler: { _, responder in
      handled.add(1, ordering: .relaxed)
      responder.send(.text("?"))
    }
    defer { server.stop() }
    let client = try server.connect()
    client.send(row.bytes + octets(Self.get))
    let answer = client.receiveAll()
    #expect([ParserOutcome.refused(status(answer) ?? 0)] == row.expected)
    #expect(answer.contains("\r\nConnection: close\r\n"))
    #expect(answer.contains("\r\nContent-Type: application/problem+json\r\n"))
    #expect(client.hasEnded)
    #expect(handled.load(ordering: .relaxed) == 0)
  }

  @Test func `HTTP 1.0 and Connection close end the connection after the answer`() throws {
    let server = try TestServer()
    defer { server.stop() }
    for text in [
      "GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    ] {
      let client = try server.connect()
      client.send(text)
      let answer = client.receiveAll()
      #expect(answer.contains("\r\nConnection: close\r\n"))
      #expect(answer.hasSuffix("\r\n\r\nhello"))
      #expect(client.hasEnded)
    }
  }

  @Test func `a connection closes after its share of requests`() throws {
    let server = try TestServer { $0.limits.requestsPerConnection = 2 }
    defer { server.stop() }
    let client = try server.connect()
    client.send(Self.get + Self.get + Self.get)
    #expect(!client.receiveAnswer().contains("Connection: close"))
    #expect(client.receiveAnswer().contains("Connection: close"))
    #expect(client.receiveAll() == "")
  }

  @Test func `a responder dropped without an answer answers 500`() throws {
    let server = try TestServer { _, _ in }
    defer { server.stop() }
    let client = try server.connect()
    client.send(Self.get)
    #expect(status(client.receiveAnswer()) == 500)
  }

  @Test func `only the first answer counts`() throws {
    let server = try TestServer { _, responder in
      responder.send(.text("first"))
      responder.send(.text("second"))
    }
    defer { server.stop() }
    let client = try server.connect()
    client.send(Self.get + Self.get)
    #expect(client.receiveAnswer().hasSuffix("first"))
    #expect(client.receiveAnswer().hasSuffix("first"))
  }

  @Test(arguments: ["a\r\nX: b", "a\nb", "a\u{0}b"])
  func `a field that would split the answer becomes 500`(value: String) throws {
    let reasons = Mutex<[TransportRefusal.Reason]>([])
    let server = try TestServer {
      $0.name = { refusal in
        reasons.withLock { $0.append(refusal.reason) }
        return nil
      }
    } handler: { _, responder in
      responder.send(Response(status: 200, fields: ["X-Name": value]))
    }
    defer { server.stop() }
    let client = try server.connect()
    client.send(Self.get)
    let answer = client.receiveAnswer()
    #expect(status(answer) == 500)
    #expect(!answer.contains("X-Name"))
    #expect(reasons.withLock { $0 } == [.unsafeField(status: 200)])
  }

  @Test func `a handler cannot set framing, Date or Connection`() throws {
    let server = try TestServer { _, responder in
      responder.send(
        Response(
          status: 200, fields: ["Content-Length": "99", "date": "never", "X": "y"], body: [65]))
    }
    defer { server.stop() }
    let client = try server.connect()
    client.send(Self.get)
    #expect(
      client.receiveAnswer() == "HTTP/1.1 200 OK\r\nDate: Sat, 21 Nov 2026 00:00:00 GMT\r\n"
        + "X: y\r\nContent-Length: 1\r\n\r\nA")
  }

  @Test func `OPTIONS asterisk is answered by the transport`() throws {
    let server = try TestServer()
    defer { server.stop() }
    let client = try server.connect()
    client.send("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n")
    let answer = client.receive(through: "\r\n\r\n")
    #expect(status(answer) == 204)
    #expect(answer.contains("\r\nAllow: GET, HEAD"))
  }

  @Test func `an unknown host is misdirected, in Host and in absolute form`() throws {
    let server = try TestServer { $0.isKnownHost = { $0 == "school.vn" } }
    defer { server.stop() }
    for (text, expected) in [
      ("GET / HTTP/1.1\r\nHost: SCHOOL.vn:8080\r\n\r\n", 200),
      ("GET / HTTP/1.1\r\nHost: evil.vn\r\n\r\n", 421),
      ("GET http://evil.vn/ HTTP/1.1\r\nHost: school.vn\r\n\r\n", 421),
      ("GET http://school.vn/ HTTP/1.1\r\nHost: evil.vn\r\n\r\n", 200),
    ] {
      let client = try server.connect()
      client.send(text)
      #expect(status(client.receiveAnswer()) == expected, "\(text)")
    }
  }

  @Test func `two loops share the connections`() throws {
    let server = try TestServer { $0.loops = 2 }
    defer { server.stop() }
    let clients = try (0..<8).map { _ in try server.connect() }
    for client in clients { client.send(Self.get) }
    for client in clients { #expect(status(client.receiveAnswer()) == 200) }
  }
}
