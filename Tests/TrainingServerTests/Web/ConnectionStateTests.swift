import Synchronization
import Testing

@testable import TrainingServer

/// What becomes of the connection: open for the next request, or closed for good.
@Suite(.timeLimit(.minutes(1))) struct ConnectionStateTests {
  private static let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
  private static let small = RequestParserTests.cases.filter { $0.bytes.count < 20_000 }

  @Test(arguments: small.filter { !$0.isRefused })
  func `a good request leaves the connection open, unless it asks for the end`(
    row: ParserCase
  ) throws {
    let server = try TestServer { $0.admit = { _ in .accept(limit: 1000) } }
    defer { server.stop() }
    guard case .request(let method, _, _, let closes) = row.expected.first else { return }
    let client = try server.connect()
    client.send(row.bytes)
    let answer = client.receiveAnswer(hasBody: method != .head)
    #expect([200, 204].contains(status(answer)))
    #expect(answer.contains("\r\nConnection: close\r\n") == closes)
    if closes {
      #expect(client.receiveAll() == "")
      #expect(client.hasEnded)
    } else {
      client.send(Self.get)
      #expect(client.receiveAnswer().hasSuffix("\r\n\r\nhello"))
    }
  }

  @Test(arguments: small.filter(\.isRefused))
  func `a refusal ends a pipeline after the answers that are owed`(row: ParserCase) throws {
    let handled = Atomic(0)
    let server = try TestServer {
      $0.admit = { _ in .accept(limit: 1000) }
    } handler: { _, responder in
      handled.add(1, ordering: .relaxed)
      responder.send(.text("hello"))
    }
    defer { server.stop() }
    let client = try server.connect()
    client.send(octets(Self.get + Self.get) + row.bytes + octets(Self.get))
    for _ in 0..<2 { #expect(status(client.receiveAnswer()) == 200) }
    let answer = client.receiveAll()
    #expect([ParserOutcome.refused(status(answer) ?? 0)] == row.expected)
    #expect(answer.contains("\r\nDate: Sat, 21 Nov 2026 00:00:00 GMT\r\n"))
    #expect(client.hasEnded)
    #expect(handled.load(ordering: .relaxed) == 2)
  }

  @Test func `a client that sends more than is drained is cut off`() throws {
    let server = try TestServer()
    defer { server.stop() }
    let client = try server.connect()
    client.send("BAD\r\n")
    #expect(status(client.receiveAnswer()) == 400)
    for _ in 0..<1000 where !client.wasCut { client.send([UInt8](repeating: 65, count: 65536)) }
    #expect(client.wasCut)
  }

  @Test func `a body that keeps coming earns its time`() throws {
    let server = try TestServer {
      $0.limits.body = 100
      $0.limits.bodyBytesPerSecond = 100
    }
    defer { server.stop() }
    let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n"
    let diligent = try server.connect()
    diligent.send(head + String(repeating: "x", count: 900))
    let silent = try server.connect()
    silent.send(head)
    #expect(status(silent.receiveAll()) == 408)
    diligent.send(String(repeating: "x", count: 100))
    #expect(status(diligent.receiveAnswer()) == 200)
  }

  @Test func `a client that asks faster than it is answered has to wait`() throws {
    let held = Mutex<[Responder]>([])
    let server = try TestServer {
      $0.limits.requestsPerConnection = .max
    } handler: { request, responder in
      if request.target.rawPath == "/hold" {
        held.withLock { $0.append(responder) }
      } else {
        responder.send(.noContent())
      }
    }
    defer { server.stop() }
    let client = try TestClient(port: server.port, sendBuffer: 4096)
    client.send("GET /hold HTTP/1.1\r\nHost: a\r\n\r\n")
    let request = octets(Self.get)
    let flood = (0..<200_000).flatMap { _ in request }
    let taken = client.sendUntilFull(flood)
    #expect(taken < flood.count, "everything was read ahead")
    held.withLock { held in
      for responder in held { responder.send(.text("held")) }
      held = []
    }
    let (whole, rest) = taken.quotientAndRemainder(dividingBy: request.count)
    client.send(Array(request[rest...]))
    client.finishSending()
    #expect(client.receiveAnswer().hasSuffix("held"))
    let answers = client.receiveAll()
    #expect(answers.utf8.count(where: { $0 == 10 }) == (whole + 1) * 3)
  }

  @Test(arguments: ["h2c", "websocket", "TLS/1.3, HTTP/1.1"])
  func `no protocol is switched`(protocols: String) throws {
    let server = try TestServer()
    defer { server.stop() }
    let client = try server.connect()
    client.send(
      "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\n"
        + "Upgrade: \(protocols)\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n" + Self.get)
    for _ in 0..<2 { #expect(status(client.receiveAnswer()) == 200) }
  }

  @Test func `a stream to HTTP 1.0 is not chunked`() throws {
    let server = try TestServer { _, responder in
      responder.stream(Response(status: 200)) { stream in
        stream.send(event: "a", data: "b", id: nil)
        stream.close()
      }
    }
    defer { server.stop() }
    let client = try server.connect()
    client.send("GET / HTTP/1.0\r\n\r\n")
    let answer = client.receiveAll()
    #expect(!answer.contains("Transfer-Encoding"))
    #expect(answer.hasSuffix("\r\n\r\nretry: 3000\n\nevent: a\ndata: b\n\n"))
    #expect(client.hasEnded)
  }
}
