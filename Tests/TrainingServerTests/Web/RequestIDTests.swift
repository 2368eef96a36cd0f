import QuizEngine
import Testing

@testable import TrainingServer

/// One id leads from what a person sees to the line in the log.
@Suite(.timeLimit(.minutes(2))) struct RequestIDTests {
  struct Broken: Error {}

  static let endpoints: [Endpoint] = [
    .page(.get, "/broken", .anyone) { _ in throw Broken() },
    .api(.get, "/api/v1/full", .anyone) { _ in
      throw StorageError(.full, "no room", systemError: 28)
    },
    .api(.get, "/api/v1/memory", .anyone) { _ in throw StorageError(.outOfMemory, "no memory") },
    .page(.get, "/said-no", .anyone) { _ in Response.html("no", status: 422) },
    .page(.get, "/fine", .anyone) { _ in Response.html("yes") },
  ]

  private func site(logsRequests: Bool = false) throws -> TestSite {
    var settings = SiteSettings()
    settings.logsRequests = logsRequests
    settings.proxies = [try #require(AddressRange("127.0.0.1"))]
    return try TestSite(settings: settings, endpoints: Self.endpoints)
  }

  private func lines(_ site: TestSite) throws -> [JSON] {
    site.site.log.stop()
    return try site.log.text.split(separator: "\n").map { try JSON(Array($0.utf8)) }
  }

  @Test(arguments: [("/broken", 500), ("/api/v1/full", 503), ("/api/v1/memory", 503)])
  func `a fault shows its id in head, body and log`(path: String, status: Int) throws {
    let site = try site()
    let answer = try site.ask("GET", path)
    let id = try #require(answer["X-Request-Id"])
    #expect(answer.status == status && answer.body.contains(id))
    let line = try #require(try lines(site).first)
    #expect(line["id"]?.string == id && line["level"]?.string == "error")
    #expect(line["path"]?.string == path && line["status"]?.int == status)
    #expect(line["cause"]?.string?.isEmpty == false)
  }

  @Test(arguments: [("/nothing", 404), ("/said-no", 422)])
  func `a refusal shows its id in head and log`(path: String, status: Int) throws {
    let site = try site()
    let answer = try site.ask("GET", path)
    #expect(answer.status == status)
    let line = try #require(try lines(site).first)
    #expect(line["id"]?.string == answer["X-Request-Id"] && line["level"]?.string == "info")
  }

  @Test func `two requests never share an id`() throws {
    let site = try site()
    let ids = try (0..<3).map { _ in try site.ask("GET", "/nothing")["X-Request-Id"] }
    #expect(Set(ids).count == 3)
  }

  @Test func `what went well is logged only when asked for`() throws {
    let quiet = try site()
    #expect(try quiet.ask("GET", "/fine")["X-Request-Id"] == nil)
    #expect(try lines(quiet).isEmpty)
    let asked = try site(logsRequests: true)
    let answer = try asked.ask("GET", "/fine?card=secret")
    let line = try #require(try lines(asked).first)
    #expect(line["event"]?.string == "request" && line["path"]?.string == "/fine")
    #expect(line["id"]?.string == answer["X-Request-Id"])
    #expect(!asked.log.text.contains("secret"))
  }

  @Test func `the proxy's own id is kept beside ours, a stranger's is not`() throws {
    let site = try site()
    _ = try site.ask(
      "GET", "/nothing", ["X-Request-Id": "edge-1", "X-Forwarded-For": "203.0.113.9"])
    _ = try site.ask("GET", "/nothing", ["X-Request-Id": "forged"])
    let found = try lines(site)
    #expect(found.map { $0["proxyId"]?.string } == ["edge-1", nil])
    #expect(!site.log.text.contains("forged"))
  }
}
