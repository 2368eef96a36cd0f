import QuizEngine

/// The description of the API (OpenAPI 3.1), made from the route table, so that it lists what is
/// there and nothing else.
enum OpenAPI {
  static func serve(_ context: RequestContext) -> Response {
    if let field = context.request.fields["if-none-match"], tag.matchesWeakly(field) {
      return Response(
        status: 304, fields: ["ETag": tag.text, "Cache-Control": "public, max-age=300"])
    }
    return Response(
      status: 200,
      fields: [
        "Content-Type": "application/json", "Cache-Control": "public, max-age=300",
        "ETag": tag.text,
      ], body: bytes)
  }

  private static let bytes = document(RouteTable.api).encodedPretty()
  private static let tag = ETag(String(SHA256.hash(bytes).hex.prefix(16)))

  static func document(_ endpoints: [Endpoint]) -> JSON {
    var paths = JSONObject()
    for endpoint in endpoints {
      let path = String(endpoint.pattern.description.dropFirst("/api/v1".utf8.count))
      var item = paths[path]?.object ?? JSONObject()
      item[endpoint.method.rawValue.lowercased()] = operation(endpoint)
      paths[path] = .object(item)
    }
    return .object([
      "openapi": "3.1.0",
      "info": [
        "title": "Training and contests", "version": "1",
        "description":
          "Lists are {items} with next when there is more; instants are ISO 8601 in UTC with milliseconds; problems follow RFC 9457.",
      ],
      "servers": .array([["url": "/api/v1"]]),
      "paths": .object(paths),
      "components": [
        "schemas": OpenAPISchemas.all,
        "securitySchemes": [
          "bearer": ["type": "http", "scheme": "bearer"],
          "cookie": ["type": "apiKey", "in": "cookie", "name": "sid"],
        ],
        "responses": ["Problem": .object(problem)],
      ],
    ])
  }

  private static func operation(_ endpoint: Endpoint) -> JSON {
    let words = OpenAPIOperations.words(of: endpoint)
    var operation = JSONObject()
    operation["operationId"] = .string(words?.id ?? "")
    operation["summary"] = .string(words?.summary ?? "")
    if endpoint.access == .anyone {
      operation["security"] = .array([])
    } else {
      operation["security"] = .array([["bearer": .array([])], ["cookie": .array([])]])
    }
    let parameters = endpoint.pattern.variables.map(pathParameter) + (words?.query ?? [])
    if !parameters.isEmpty { operation["parameters"] = .array(parameters) }
    if endpoint.body == .json || endpoint.body == .emptyJSON {
      operation["requestBody"] = [
        "required": .bool(endpoint.body == .json),
        "content": ["application/json": ["schema": reference(words?.request ?? "Empty")]],
      ]
    }
    operation["responses"] = .object(responses(words))
    return .object(operation)
  }

  private static func responses(_ words: OpenAPIOperations.Words?) -> JSONObject {
    var responses = JSONObject()
    switch words?.answer {
    case .schema(let name):
      responses["200"] = [
        "description": "Done.",
        "content": ["application/json": ["schema": reference(name)]],
      ]
    case .events:
      responses["200"] = [
        "description": "Events phase, time and, for organizers, counts.",
        "content": ["text/event-stream": ["schema": ["type": "string"]]],
      ]
    case .anything:
      responses["200"] = [
        "description": "Done.",
        "content": ["application/json": ["schema": ["type": "object"]]],
      ]
    case .nothing, nil: responses["204"] = ["description": "Done."]
    }
    responses["default"] = ["$ref": "#/components/responses/Problem"]
    return responses
  }

  private static let problem: JSONObject = {
    var problem = JSONObject()
    problem["description"] = "What went wrong (RFC 9457)."
    problem["content"] = ["application/problem+json": ["schema": reference("Problem")]]
    return problem
  }()

  private static func pathParameter(_ name: String) -> JSON {
    let schema: JSON =
      switch name {
      case "attempt", "contest": reference("Id")
      case "slot": ["type": "integer", "minimum": .int(1)]
      case "course", "lesson": ["type": "string", "pattern": "^[a-z0-9][a-z0-9-]{1,62}[a-z0-9]$"]
      case "code": ["type": "string", "pattern": "^[0-9A-Za-z-]{1,40}$"]
      // What `Percent` refuses in a part of a path.
      default: ["type": "string", "pattern": #"^[^\u0000-\u001f\u007f/\\]+$"#]
      }
    return ["name": .string(name), "in": "path", "required": .bool(true), "schema": schema]
  }

  private static func reference(_ name: String) -> JSON {
    ["$ref": .string("#/components/schemas/" + name)]
  }
}
