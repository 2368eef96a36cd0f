/// A path with names in braces for what varies, such as `/contests/{contest}/standings`.
struct PathPattern: Hashable, Sendable, CustomStringConvertible {
  enum Segment: Hashable, Sendable {
    case literal(String)
    case variable(String)
  }

  let description: String
  let segments: [Segment]

  init(_ text: StaticString) {
    description = text.description
    segments = description.split(separator: "/").map { part in
      part.first == "{" && part.last == "}"
        ? .variable(String(part.dropFirst().dropLast())) : .literal(String(part))
    }
  }

  /// The names of the varying segments, in order.
  var variables: [String] {
    segments.compactMap { segment in
      if case .variable(let name) = segment { name } else { nil }
    }
  }
}
