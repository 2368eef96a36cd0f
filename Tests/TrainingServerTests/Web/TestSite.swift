import Foundation
import QuizEngine
import Synchronization
import Testing

@testable import TrainingServer

/// A whole server on a free port: a real engine in a folder of its own, two schools, a contest.
final class TestSite {
  let engine: Engine
  let site: TrainingSite
  let clock = TestClock()
  let server: HTTPServer
  let port: UInt16
  let people: [Who: Person]
  let cohort: CohortID
  let contest: ContestID
  let card: String
  /// What the log said.
  let log: Lines
  private let folder: String

  /// Lines of the log, from whichever thread writes them.
  final class Lines: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    func append(_ more: [UInt8]) { bytes.withLock { $0 += more } }

    var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }
  }

  init(
    settings: SiteSettings = SiteSettings(), threads: Int = 2, endpoints: [Endpoint]? = nil,
    listening host: String = "127.0.0.1"
  ) throws {
    folder = FileManager.default.temporaryDirectory.path + "/site-test-\(UUID().uuidString)"
    let (clock, chance, lines) = (clock, TestChance(), Lines())
    let environment = Environment(now: { clock.now }, entropy: { chance.next() })
    let engine = try Engine(
      folder: folder, catalogue: TestContent.catalogue, environment: environment,
      isPaced: !settings.isDemo, onFatal: { _ in })
    let school = try TestSchool(engine, at: clock.now)
    (people, cohort, contest, card) = (school.people, school.cohort, school.contest, school.card)
    let site = TrainingSite(
      engine: engine, settings: settings, log: EventLog(run: 1, output: { lines.append($0) }),
      endpoints: endpoints ?? RouteTable.endpoints, threads: threads)
    var configuration = HTTPServer.Configuration(
      address: .tcp(host: host, port: 0), now: { clock.now.milliseconds })
    configuration.everyAnswer = SecurityFields.everyAnswer
    configuration.admit = { site.admit($0) }
    configuration.name = { site.name($0) }
    let proxies = settings.proxies
    configuration.isProxy = { address in proxies.contains { $0.contains(address) } }
    server = HTTPServer(configuration: configuration) { site.handle($0, $1) }
    port = try server.start()
    let server = server
    site.serve { server.traffic }
    (self.engine, self.site, log) = (engine, site, lines)
  }

  deinit {
    server.stop(deadline: 3000)
    site.stop()
    site.log.stop()
    engine.close()
    // A folder left in the temporary directory harms nobody.
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Asks once, over a connection of its own.
  func ask(
    _ method: String, _ path: String, as who: Who = .nobody, json: String? = nil,
    form: String? = nil, bytes: [UInt8]? = nil, _ fields: [String: String] = [:]
  ) throws -> TestAnswer {
    var all = fields
    if who != .nobody, all["Cookie"] == nil, all["Authorization"] == nil {
      all["Authorization"] = "Bearer \(who.token)"
    }
    if json != nil, all["Content-Type"] == nil { all["Content-Type"] = "application/json" }
    if form != nil { all["Content-Type"] = "application/x-www-form-urlencoded" }
    let body = bytes ?? Array((json ?? form ?? "").utf8)
    if method != "GET", method != "HEAD" { all["Content-Length"] = "\(body.count)" }
    let lines = all.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
    let client = try TestClient(port: port)
    let head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(lines)"
    client.send(Array((head + "Connection: close\r\n\r\n").utf8) + body)
    return TestAnswer(client.receiveAll())
  }

  /// Sends a form as a browser does after showing the page it came from.
  func post(
    _ path: String, as who: Who = .nobody, _ pairs: KeyValuePairs<String, String> = [:]
  ) throws -> TestAnswer {
    let credential: Credential = who == .nobody ? .none : .cookie(who.token)
    let token = FormToken.make(credential)
    let form = (["_csrf=\(token)"] + pairs.map { "\($0.key)=\(FormEncoding.encode($0.value))" })
      .joined(separator: "&")
    var fields = ["Sec-Fetch-Site": "same-origin", "Accept": "text/html"]
    if who != .nobody { fields["Cookie"] = "sid=\(who.token)" }
    return try ask("POST", path, as: who, form: form, fields)
  }

  /// The contest's open attempt of somebody, started now if there is none.
  func attempt(of who: Who = .pupil) throws -> AttemptID {
    let answer = try ask("POST", "/api/v1/contests/\(contest.text)/attempts", as: who)
    let id = answer.json["attempt"]?.string.flatMap { AttemptID(text: $0) }
    return try #require(id, "\(answer.text)")
  }
}

/// One answer, taken apart.
struct TestAnswer {
  let text: String
  let status: Int
  let head: String
  let body: String

  init(_ text: String) {
    self.text = text
    status = TrainingServerTests.status(text) ?? 0
    let end = text.range(of: "\r\n\r\n")
    head = end.map { String(text[..<$0.lowerBound]) } ?? text
    body = end.map { String(text[$0.upperBound...]) } ?? ""
  }

  /// The body as JSON; null when it is none.
  var json: JSON {
    // A body that is no JSON fails the expectation that asked for a member.
    (try? JSON(Array(body.utf8))) ?? .null
  }

  /// The first field of that name.
  subscript(field: String) -> String? {
    for line in head.split(separator: "\r\n").dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.first?.lowercased() == field.lowercased() {
        return parts.last.map { String($0).trimmed }
      }
    }
    return nil
  }

  /// The kind of a problem, without its path.
  var problem: String? {
    json["type"]?.string.map { String($0.dropFirst("/problems/".count)) }
  }
}
