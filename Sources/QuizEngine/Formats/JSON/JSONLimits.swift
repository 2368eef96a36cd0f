/// How much the parser accepts.
package struct JSONLimits: Hashable, Sendable {
  /// Levels of arrays and objects, at most 512: the parser recurses.
  package let depth: Int
  /// Whether a string may contain U+0000.
  package let acceptsNUL: Bool
  /// Members of one object.
  package let members: Int

  /// Values of the whole text, nested ones too.
  package let values: Int

  package init(
    depth: Int = 64, acceptsNUL: Bool = false, members: Int = .max, values: Int = .max
  ) {
    self.members = members
    self.values = values
    self.depth = min(max(depth, 0), 512)
    self.acceptsNUL = acceptsNUL
  }
}
