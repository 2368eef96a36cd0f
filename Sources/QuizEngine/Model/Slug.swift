/// Names in addresses and files: 3 to 64 lower-case ASCII letters, digits and inner hyphens.
package enum Slug {
  /// Whether `text` has that form.
  package static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let hyphen = UInt8(ascii: "-")
    return (3...64).contains(bytes.count) && bytes.first != hyphen && bytes.last != hyphen
      && bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == hyphen }
  }
}
