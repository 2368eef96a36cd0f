/// A value bound to a parameter of a statement.
package enum SQLValue: Hashable, Sendable {
  case null
  case int(Int)
  case text(String)
  case blob([UInt8])
  /// A 128-bit identifier, stored as a 16-byte blob, most significant byte first, so that
  /// SQLite's order is the numeric order.
  case id(UInt128)

  /// True is stored as 1, false as 0.
  package static func bool(_ value: Bool) -> Self { .int(value ? 1 : 0) }

  package init(_ value: Int?) { self = value.map(Self.int) ?? .null }
  package init(_ value: Int64?) { self = value.map { .int(Int($0)) } ?? .null }
  package init(_ value: Bool?) { self = value.map(Self.bool) ?? .null }
  package init(_ value: String?) { self = value.map(Self.text) ?? .null }
  package init(_ value: [UInt8]?) { self = value.map(Self.blob) ?? .null }
  package init(_ value: UInt128?) { self = value.map(Self.id) ?? .null }
}

extension SQLValue: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self = .int(value) }
}

extension SQLValue: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
}

extension SQLValue: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension SQLValue: ExpressibleByNilLiteral {
  package init(nilLiteral: ()) { self = .null }
}
