/// Finds the endpoint of a request in a tree of path segments.
struct Router: Sendable {
  /// What a path and a method lead to.
  enum Match: Sendable {
    case found(Endpoint, PathParameters)
    /// The path exists; these methods are answered there.
    case otherMethods([Method])
    case nothing
  }

  private struct Literal: Sendable {
    let hash: UInt64
    let text: [UInt8]
    let node: Int
  }

  private struct Node: Sendable {
    var literals: [Literal] = []
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
        case .literal(let text):
          nodes[current].literals.first { $0.text == Array(text.utf8) }?.node
        case .variable: nodes[current].variable
        }
      let next = known ?? nodes.count
      if known == nil {
        nodes.append(Node())
        switch segment {
        case .literal(let text):
          nodes[current].literals.append(
            Literal(hash: Segment.hash(of: text.utf8), text: Array(text.utf8), node: next))
        case .variable: nodes[current].variable = next
        }
      }
      current = next
    }
    nodes[current].endpoints.append(endpoint)
  }

  /// HEAD is answered where GET is.
  func match(_ method: Method, _ path: PathOctets) -> Match {
    var values: [Range<Int>] = []
    guard let node = find(path, at: path.start, from: 0, &values) else { return .nothing }
    let wanted = method == .head ? Method.get : method
    guard let endpoint = nodes[node].endpoints.first(where: { $0.method == wanted }) else {
      return .otherMethods(allowed(at: node))
    }
    return .found(
      endpoint, PathParameters(names: endpoint.variables, path: path, values: values))
  }

  /// A literal segment wins; where it leads nowhere, the variable is tried.
  private func find(
    _ path: PathOctets, at offset: Int, from node: Int, _ values: inout [Range<Int>]
  ) -> Int? {
    guard !path.isOver(at: offset) else { return nodes[node].endpoints.isEmpty ? nil : node }
    let segment = path.segment(at: offset)
    let following = segment.range.upperBound + 1
    for index in nodes[node].literals.indices
    where nodes[node].literals[index].hash == segment.hash {
      let literal = nodes[node].literals[index]
      guard path.octets(segment.range).elementsEqual(literal.text) else { continue }
      if let found = find(path, at: following, from: literal.node, &values) { return found }
    }
    guard let next = nodes[node].variable, !segment.range.isEmpty else { return nil }
    values.append(segment.range)
    if let found = find(path, at: following, from: next, &values) { return found }
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
