/// Finds the endpoint of a request in a tree of path segments.
struct Router: Sendable {
  /// What a path and a method lead to.
  enum Match: Sendable {
    case found(Endpoint, PathParameters)
    /// The path exists; these methods are answered there.
    case otherMethods([Method])
    case nothing
  }

  private struct Node: Sendable {
    var literals: [String: Int] = [:]
    var variable: Int?
    var endpoints: [Endpoint] = []
  }

  let endpoints: [Endpoint]
  private var nodes: [Node] = [Node()]

  init(_ endpoints: [Endpoint]) {
    self.endpoints = endpoints
    for endpoint in endpoints { add(endpoint) }
  }

  private mutating func add(_ endpoint: Endpoint) {
    var current = 0
    for segment in endpoint.pattern.segments {
      let known =
        switch segment {
        case .literal(let text): nodes[current].literals[text]
        case .variable: nodes[current].variable
        }
      let next = known ?? nodes.count
      if known == nil {
        nodes.append(Node())
        switch segment {
        case .literal(let text): nodes[current].literals[text] = next
        case .variable: nodes[current].variable = next
        }
      }
      current = next
    }
    nodes[current].endpoints.append(endpoint)
  }

  /// HEAD is answered where GET is.
  func match(_ method: Method, _ path: [String]) -> Match {
    var values: [String] = []
    guard let node = find(path[...], from: 0, &values) else { return .nothing }
    let wanted = method == .head ? Method.get : method
    guard let endpoint = nodes[node].endpoints.first(where: { $0.method == wanted }) else {
      return .otherMethods(allowed(at: node))
    }
    return .found(
      endpoint, PathParameters(names: endpoint.pattern.variables, values: values))
  }

  /// A literal segment wins; where it leads nowhere, the variable is tried.
  private func find(
    _ path: ArraySlice<String>, from node: Int, _ values: inout [String]
  ) -> Int? {
    guard let segment = path.first else { return nodes[node].endpoints.isEmpty ? nil : node }
    if let next = nodes[node].literals[segment],
      let found = find(path.dropFirst(), from: next, &values)
    {
      return found
    }
    guard let next = nodes[node].variable, !segment.isEmpty else { return nil }
    values.append(segment)
    if let found = find(path.dropFirst(), from: next, &values) { return found }
    values.removeLast()
    return nil
  }

  private func allowed(at node: Int) -> [Method] {
    let methods = nodes[node].endpoints.map(\.method)
    return Method.allCases.filter {
      methods.contains($0) || ($0 == .head && methods.contains(.get)) || $0 == .options
    }
  }
}
