import QuizEngine
import Testing

@testable import TrainingServer

@Suite struct OpenAPITests {
  private let document = OpenAPI.document(RouteTable.api)

  @Test func `every route of the API is described, and nothing else`() throws {
    let paths = try #require(document["paths"]?.object)
    var described: Set<String> = []
    for path in paths.members {
      for method in path.value.object?.keys ?? [] {
        described.insert("\(method.uppercased()) /api/v1\(path.key)")
      }
    }
    let routes = RouteTable.endpoints.filter { $0.pattern.description.hasPrefix("/api/v1/") }
      .map { "\($0.method.rawValue) \($0.pattern)" }
    #expect(described == Set(routes))
    #expect(document["openapi"]?.string == "3.1.0")
  }

  @Test(arguments: RouteTable.api.map { "\($0.method.rawValue) \($0.pattern)" })
  func `a call has a name, a summary and its answer`(route: String) throws {
    let endpoint = try #require(
      RouteTable.api.first { "\($0.method.rawValue) \($0.pattern)" == route })
    let words = try #require(OpenAPIOperations.words(of: endpoint), "\(route) has no words")
    #expect(!words.id.isEmpty)
    #expect(words.summary.hasSuffix("."))
    #expect(
      (words.request != nil) == (endpoint.body == .json || endpoint.body == .emptyJSON), "\(route)")
  }

  @Test func `every reference leads to a schema`() throws {
    let schemas = try #require(OpenAPISchemas.all.object)
    var used: Set<String> = []
    collect(document, into: &used)
    #expect(used.contains("Attempt"))
    for name in used { #expect(schemas[name] != nil, "no schema \(name)") }
    for name in schemas.keys { #expect(used.contains(name), "\(name) is used nowhere") }
  }

  private func collect(_ json: JSON, into used: inout Set<String>) {
    switch json {
    case .array(let items): for item in items { collect(item, into: &used) }
    case .object(let object):
      for member in object.members {
        if member.key == "$ref", let name = member.value.string?.split(separator: "/").last,
          member.value.string?.contains("/schemas/") == true
        {
          used.insert(String(name))
        }
        collect(member.value, into: &used)
      }
    default: break
    }
  }
}
