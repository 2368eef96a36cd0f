import QuizEngine

/// An address of this site; links and forms take a route, never a string.
///
/// Only the lists of routes beside this file can make one, so no address leads elsewhere.
struct Route: Hashable, Sendable {
  /// The path, with a query where the route carries one; safe in `href` and in `Location`.
  let path: String

  fileprivate init(path: String) {
    self.path = path
  }
}

/// A path under construction: its literals are written by us, its values are percent-encoded.
struct RoutePath: ExpressibleByStringInterpolation {
  fileprivate let text: String

  init(stringLiteral literal: StaticString) {
    text = literal.description
  }

  init(stringInterpolation interpolation: Interpolation) {
    text = interpolation.text
  }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 26)
    }

    mutating func appendLiteral(_ literal: StaticString) {
      text += literal.description
    }

    mutating func appendInterpolation(_ value: String) {
      text += percentEncoded(value)
    }

    mutating func appendInterpolation(_ number: Int) {
      text += String(number)
    }

    mutating func appendInterpolation<Noun>(_ id: ID<Noun>) {
      text += id.text
    }
  }
}

extension Route {
  init(_ path: RoutePath) {
    self.init(path: path.text)
  }

  /// The same address with a query; values are percent-encoded.
  func with(_ query: [(name: StaticString, value: String?)]) -> Route {
    let parts = query.compactMap { part in
      part.value.map { "\(part.name)=" + percentEncoded($0) }
    }
    return parts.isEmpty ? self : Route(path: path + "?" + parts.joined(separator: "&"))
  }
}

extension HTML.Interpolation {
  /// A route as the value of an attribute.
  mutating func appendInterpolation(_ route: Route) {
    appendInterpolation(route.path)
  }
}

/// Percent-encodes everything but RFC 3986's unreserved characters.
func percentEncoded(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      bytes.append(byte)
    default:
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
