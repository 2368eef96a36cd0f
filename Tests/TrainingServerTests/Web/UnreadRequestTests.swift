import QuizEngine
import Synchronization
import Testing

@testable import TrainingServer

/// What a connection answers by itself is found in the log as everything else that goes wrong.
@Suite(.timeLimit(.minutes(2))) struct UnreadRequestTests {
  private static let host = "Host: a\r\n"

  private static func send(_ text: String, to port: UInt16) throws -> TestAnswer {
    let client = try TestClient(port: port)
    client.send(text)
    return TestAnswer(client.receiveAll())
  }

  private static func lines(_ site: TestSite) throws -> [JSON] {
    site.site.log.stop()
    return try site.log.text.split(separator: "\n").map { try JSON(Array($0.utf8)) }
  }

  @Test(
    arguments: [
      ("GET / HTTP/1.1\r\n\r\n", 400, "host"), ("\u{16}\u{3}\u{1}", 400, "requestLine"),
      ("GET / HTTP/1.1\r\n\(host)a b\r\n\r\n", 400, "field"),
      ("TRACE / HTTP/1.1\r\n\(host)\r\n", 405, "methodNotAllowed"),
      ("GET /\(String(repeating: "x", count: 9000)) HTTP/1.1\r\n", 414, "targetTooLong"),
      ("GET / HTTP/1.1\r\n\(host)Expect: tea\r\n\r\n", 417, "expectationUnknown"),
      (
        "GET / HTTP/1.1\r\n\(host)a: \(String(repeating: "x", count: 9000))\r\n", 431,
        "fieldsTooLarge"
      ), ("BREW / HTTP/1.1\r\n\(host)\r\n", 501, "methodUnknown"),
      ("GET / HTTP/3.0\r\n\(host)\r\n", 505, "versionUnsupported"),
    ] as [(String, Int, String)])
  func `what is no request shows its id in head, body and log`(
    text: String, status: Int, cause: String
  ) throws {
    let site = try TestSite()
    let answer = try Self.send(text, to: site.port)
    let id = try #require(answer["X-Request-Id"], "\(answer.text)")
    #expect(answer.status == status)
    #expect(answer.json["incident"]?.string == id && answer.json["status"]?.int == status)
    let lines = try Self.lines(site)
    let line = try #require(lines.first)
    #expect(lines.count == 1)
    #expect(line["event"]?.string == "problem" && line["level"]?.string == "info")
    #expect(line["id"]?.string == id && line["status"]?.int == status)
    #expect(line["cause"]?.string == cause && line["client"]?.string == "127.0.0.1")
    #expect(line["at"]?.string == site.clock.now.iso8601)
  }

  @Test(arguments: [
    ("Content-Length: 99999999\r\n\r\n", 413), ("Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
  ])
  func `once its head was read the log tells what was asked, and by whom`(
    rest: String, status: Int
  ) throws {
    var settings = SiteSettings()
    settings.proxies = [try #require(AddressRange("127.0.0.1"))]
    let site = try TestSite(settings: settings)
    let answer = try Self.send(
      "POST /c/SECRETCARD?token=SECRET HTTP/1.1\r\n\(Self.host)X-Forwarded-For: 203.0.113.9\r\n"
        + rest, to: site.port)
    #expect(answer.status == status)
    let line = try #require(try Self.lines(site).first)
    #expect(line["id"]?.string == answer["X-Request-Id"])
    #expect(line["method"]?.string == "POST" && line["path"]?.string == "/c/…")
    #expect(line["client"]?.string == "203.0.113.9")
    #expect(!site.log.text.contains("SECRET"))
  }

  @Test(arguments: ["BREW", "GET"])
  func `a flood of nonsense is answered with ids and withheld from the log`(method: String) throws {
    let site = try TestSite()
    let ids = try (0..<LogBudget.linesPerSecond + 30).compactMap { _ in
      try Self.send("\(method) / HTTP/1.1\r\n\r\n", to: site.port)["X-Request-Id"]
    }
    #expect(Set(ids).count == LogBudget.linesPerSecond + 30)
    #expect(try Self.lines(site).count == LogBudget.linesPerSecond)
  }

  @Test func `a refused HEAD has its id in the head alone`() throws {
    let site = try TestSite()
    let answer = try Self.send("HEAD / HTTP/1.1\r\n\r\n", to: site.port)
    #expect(answer.status == 400 && answer.body.isEmpty)
    #expect(try Self.lines(site).first?["id"]?.string == answer["X-Request-Id"])
  }

  /// A server whose own answers are named by a number, with what it said of them.
  private func server(
    _ reasons: RefusalList, _ handler: @escaping HTTPServer.Handler
  ) throws -> TestServer {
    try TestServer(
      change: {
        $0.isKnownHost = { $0 == "a" }
        $0.name = { reasons.add($0) }
      }, handler: handler)
  }

  private final class RefusalList: Sendable {
    private let all = Mutex<[TransportRefusal]>([])

    func add(_ refusal: TransportRefusal) -> String {
      all.withLock {
        $0.append(refusal)
        return "n-\($0.count)"
      }
    }

    var last: TransportRefusal? { all.withLock { $0.last } }
  }

  @Test(arguments: ["", "Content-Length: 3\r\n"])
  func `a host that is not ours is told with the path that was asked`(field: String) throws {
    let refusals = RefusalList()
    let server = try server(refusals) { _, responder in responder.send(.text("?")) }
    defer { server.stop() }
    let answer = try Self.send(
      "POST /x HTTP/1.1\r\nHost: evil\r\n\(field)\r\n", to: server.port)
    #expect(answer.status == 421 && answer["X-Request-Id"] == "n-1")
    #expect(refusals.last?.reason == .unreadable(.hostUnknown))
    #expect(refusals.last?.request?.path == ["x"])
  }

  @Test func `an answer that was never given or cannot be sent has its id too`() throws {
    let refusals = RefusalList()
    let server = try server(refusals) { request, responder in
      guard request.path == ["split"] else { return }
      responder.send(Response(status: 200, fields: ["X-Name": "a\r\nb"]))
    }
    defer { server.stop() }
    for (number, (path, reason)) in [
      ("/lost", TransportRefusal.Reason.unanswered), ("/split", .unsafeField(status: 200)),
    ].enumerated() {
      let answer = try Self.send(
        "GET \(path) HTTP/1.1\r\n\(Self.host)Connection: close\r\n\r\n", to: server.port)
      #expect(answer.status == 500 && answer["X-Request-Id"] == "n-\(number + 1)")
      #expect(answer.json["incident"]?.string == "n-\(number + 1)")
      #expect(refusals.last?.reason == reason)
    }
  }
}
