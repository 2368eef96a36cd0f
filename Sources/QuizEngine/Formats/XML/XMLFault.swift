/// Why an XML document was not read on, and where.
package struct XMLFault: Error, Hashable, Sendable {
  /// What was wrong.
  package enum Kind: Hashable, Sendable {
    /// Not UTF-8.
    case encoding
    /// A document type, which could define entities or name files.
    case doctype
    /// An entity that XML itself does not know.
    case entity
    case tooDeep
    case tooManyNodes
    case tooLarge
    /// Not well-formed.
    case malformed
  }

  package let kind: Kind
  /// The octet at which it was noticed.
  package let offset: Int
}
