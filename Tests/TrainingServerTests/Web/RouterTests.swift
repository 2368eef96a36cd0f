import QuizEngine
import Testing

@testable import TrainingServer

@Suite struct `Finding a route` {
  private static let router = Router(
    (["/", "/a", "/a/b", "/a/{x}", "/a/{x}/c", "/a/b/d", "/{y}/z/{w}"] as [StaticString]).map {
      pattern in
      Endpoint(
        method: .get, pattern: PathPattern(pattern), kind: .open, access: .anyone, place: .loop,
        body: .none, handler: { _, _ in })
    })

  private func found(_ path: String) throws -> String {
    var parser = RequestParser(limits: Limits())
    let bytes = octets("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
    guard case .request(let head, _) = bytes.withUnsafeBytes({ parser.advance($0) }).event else {
      throw ParseError.requestLine
    }
    guard case .found(let endpoint, let parameters) = Self.router.match(.get, head.target.path)
    else { return "nothing" }
    let values = endpoint.variables.map { "\($0)=\(parameters[$0])" }
    return ([endpoint.pattern.description] + values).joined(separator: " ")
  }

  @Test(arguments: [
    ("/", "/"), ("/a", "/a"), ("/a/b", "/a/b"), ("/a/q", "/a/{x} x=q"),
    ("/a/b/c", "/a/{x}/c x=b"), ("/a/b/d", "/a/b/d"), ("/a/", "nothing"), ("//", "nothing"),
    ("/a/%62", "/a/b"), ("/a/%C3%A9", "/a/{x} x=é"), ("/a/%2562", "/a/{x} x=%62"),
    ("/k/z/w", "/{y}/z/{w} y=k w=w"), ("/A", "nothing"), ("/a/b/c/", "nothing"),
    ("http://a", "/"), ("http://a/a?b", "/a"), ("/a?x=%2F", "/a"),
  ])
  func `literals win, variables are decoded once`(path: String, expected: String) throws {
    #expect(try found(path) == expected)
  }
}
