/// How much of an XML document is read.
package struct XMLLimits: Hashable, Sendable {
  package let bytes: Int
  /// Elements within elements.
  package let depth: Int
  /// Elements, texts, comments and instructions together.
  package let nodes: Int
  /// Attributes of one element.
  package let attributes: Int

  package init(
    bytes: Int = 50 << 20, depth: Int = 64, nodes: Int = 1_000_000, attributes: Int = 256
  ) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
    self.attributes = attributes
  }
}
