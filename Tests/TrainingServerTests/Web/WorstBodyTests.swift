import QuizEngine
import Testing

@testable import TrainingServer

/// The most expensive text of each kind, sent to every route that takes a body: refused where it is
/// decoded, before anything compares, hashes or normalises it.
@Suite(.timeLimit(.minutes(5))) struct WorstBodyTests {
  /// Marks of two classes in turn: sorting them is what canonical equivalence costs.
  private static let marks = String(repeating: "\u{301}\u{323}", count: 15_000)
  private static let escaped = String(repeating: "\\u0301\\u0323", count: 5_000)

  private static let forms = [
    "a\(marks)=1", "next=a\(marks)", "q-1=a\(marks)&choice=a",
    String(repeating: "n", count: 65) + "=1",
    (0...2000).map { "n\($0)=1" }.joined(separator: "&"),
  ]
  private static let objects = [
    "{\"a\(marks)\":1}", "{\"revision\":1,\"response\":\"a\(marks)\"}",
    "{\"revision\":1,\"value\":\"a\(escaped)\"}",
    "{\"\(String(repeating: "k", count: 65))\":1}",
  ]

  private static var taking: [Endpoint] { RouteTable.endpoints.filter { $0.body != .none } }

  @Test func `no form and no upload is read on an event loop`() {
    for endpoint in Self.taking where endpoint.body == .form || endpoint.body == .upload {
      #expect(endpoint.place == .worker, "\(endpoint.method.rawValue) \(endpoint.pattern)")
    }
  }

  @Test(arguments: taking.map { "\($0.method.rawValue) \($0.pattern)" })
  func `a route refuses the worst that can be sent to it`(route: String) throws {
    let endpoint = try #require(
      Self.taking.first { "\($0.method.rawValue) \($0.pattern)" == route })
    let site = try TestSite()
    let path = "/" + endpoint.pattern.segments.map(Self.word).joined(separator: "/")
    let token = FormToken.make(.bearer(Who.admin.token))
    for body in try bodies(of: endpoint, token) {
      let answer = try site.ask(
        endpoint.method.rawValue, path, as: .admin, json: body.text,
        [
          "Content-Type": body.type, "Accept": "application/json",
          "Sec-Fetch-Site": "same-origin",
        ])
      #expect(answer.status == 400, "\(body.text.prefix(20)): \(answer.text.suffix(200))")
      #expect(answer.problem == "bad-request")
    }
  }

  private struct Body {
    let type: String
    let text: String
  }

  private func bodies(of endpoint: Endpoint, _ token: String) throws -> [Body] {
    switch endpoint.body {
    case .none: []
    case .json, .emptyJSON: Self.objects.map { Body(type: "application/json", text: $0) }
    case .form:
      Self.forms.map {
        Body(type: "application/x-www-form-urlencoded", text: "_csrf=\(token)&" + $0)
      }
    case .upload:
      Self.parts(token).map { Body(type: "multipart/form-data; boundary=b", text: $0) }
    }
  }

  private static func parts(_ token: String) -> [String] {
    let heads = [
      ("form-data; name=\"unit\"", "a" + marks),
      ("form-data; name=\"" + String(repeating: "n", count: 65) + "\"", "1"),
      ("form-data; name=\"a" + String(marks.prefix(1)) + "\"", "1"),
    ]
    return heads.map { head, value in
      "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n\(token)\r\n"
        + "--b\r\nContent-Disposition: \(head)\r\n\r\n\(value)\r\n--b--\r\n"
    }
  }

  /// Names of things that need not be there: the body is refused first.
  private static func word(_ segment: PathPattern.Segment) -> String {
    switch segment {
    case .literal(let text): text
    case .variable("course"): "khoa-thu"
    case .variable("lesson"): "bai-mot"
    case .variable("module"): "phan-mot"
    case .variable("slot"): "1"
    case .variable("code"): "ABCD-EFGH-JKMN-PQRS"
    case .variable: "00000000000000000000000001"
    }
  }
}
