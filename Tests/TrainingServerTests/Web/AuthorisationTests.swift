import Foundation
import QuizEngine
import Testing

@testable import TrainingServer

/// Every route of the table × everybody of `Who`: roles, own and other units, owner and others.
@Suite(.timeLimit(.minutes(5))) struct AuthorisationTests {
  @Test func `every route has its row, and every row its route`() {
    let routes = Set(RouteTable.endpoints.map { "\($0.method.rawValue) \($0.pattern)" })
    #expect(routes.count == RouteTable.endpoints.count, "a route stands twice")
    #expect(routes == Set(AuthorisationRule.table.keys))
    #expect(routes.count * Who.allCases.count >= 300)
  }

  @Test(arguments: RouteTable.endpoints.map { "\($0.method.rawValue) \($0.pattern)" })
  func `a route opens for those it is for`(route: String) throws {
    let endpoint = try #require(
      RouteTable.endpoints.first { "\($0.method.rawValue) \($0.pattern)" == route })
    let rule = try #require(AuthorisationRule.table[route], "no row for \(route)")
    let call = try call()
    for who in Who.allCases {
      let answer = try call.ask(endpoint, token: who == .nobody ? nil : who.token)
      // Whom a contest is for, the next table tells.
      let verdict = Verdict(answer) == .ineligible ? .passes : Verdict(answer)
      #expect(
        verdict == rule.verdict(who),
        "\(route) as \(who): \(answer.status) \(answer.body.prefix(200))")
    }
  }

  /// School A's things in the places of the names.
  private func call() throws -> RouteCall {
    let site = try TestSite()
    let holder = try #require(site.people[.pupil])
    let paper = Certificate.sample(1, holder, cohort: site.cohort, at: site.clock.now)
    try site.engine.write { try $0.connection.certificates.insert(paper) }
    return RouteCall(
      site: site, contest: site.contest, attempt: try site.attempt(), cohort: site.cohort,
      person: holder.id,
      certificate: paper.code, unit: try #require(site.people[.organizerA]).unit)
  }
}

extension TestSite {
  /// Opens an event stream and reads what comes before anything happens.
  func askForStream(_ path: String, _ fields: [String: String]) throws -> TestAnswer {
    let client = try TestClient(port: port)
    let lines = fields.map { "\($0.key): \($0.value)\r\n" }.joined()
    client.send("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(lines)\r\n")
    let head = client.receive(through: "\r\n\r\n")
    guard let field = head.range(of: "Content-Length: ") else { return TestAnswer(head) }
    let length = Int(head[field.upperBound...].prefix { $0.isNumber }) ?? 0
    return TestAnswer(head + client.receive(count: length))
  }

  /// A form with one file, as a browser sends it.
  func upload(
    _ path: String, token: String, unit: String, _ fields: [String: String]
  ) throws -> TestAnswer {
    let parts = [("_csrf", token), ("unit", unit), ("mode", "preview")].map {
      "--b\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
    }
    let files = ["sheet", "file"].map {
      "--b\r\nContent-Disposition: form-data; name=\"\($0)\"; filename=\"a.csv\"\r\n\r\nx\r\n"
    }
    var all = fields
    all["Content-Type"] = "multipart/form-data; boundary=b"
    return try ask("POST", path, json: (parts + files).joined() + "--b--\r\n", all)
  }
}
