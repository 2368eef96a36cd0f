@testable import QuizEngine

/// A place inside a JSON value: keys and indices from the top.
enum JSONStep: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  case key(String)
  case index(Int)

  init(stringLiteral value: String) { self = .key(value) }
  init(integerLiteral value: Int) { self = .index(value) }
}

extension JSON {
  /// The value at a place.
  func value(at path: some Collection<JSONStep>) -> JSON? {
    guard let step = path.first else { return self }
    switch step {
    case .key(let key): return self[key]?.value(at: path.dropFirst())
    case .index(let index):
      guard let items = array, items.indices.contains(index) else { return nil }
      return items[index].value(at: path.dropFirst())
    }
  }

  /// The same with the value at `path` replaced; nil removes a member.
  func setting(_ path: some Collection<JSONStep>, to new: JSON?) -> JSON {
    guard let step = path.first else { return new ?? .null }
    let rest = path.dropFirst()
    switch step {
    case .key(let key):
      guard var object else { return self }
      object[key] = rest.isEmpty ? new : object[key]?.setting(rest, to: new)
      return .object(object)
    case .index(let index):
      guard var items = array, items.indices.contains(index) else { return self }
      items[index] = items[index].setting(rest, to: new)
      return .array(items)
    }
  }
}
