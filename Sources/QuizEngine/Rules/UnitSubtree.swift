/// A unit with its depth below the one asked for.
package struct UnitNode: Hashable, Sendable {
  package let unit: Unit
  /// 0 for the unit asked for.
  package let depth: Int
}

extension UnitTree {
  /// The unit and everything below it, each parent before its children, children by code.
  package func subtree(of id: UnitID) -> [UnitNode] {
    guard let root = self[id] else { return [] }
    let children = Dictionary(grouping: all, by: \.parent)
    var nodes: [UnitNode] = []
    var seen: Set<UnitID> = []
    var waiting = [UnitNode(unit: root, depth: 0)]
    while let node = waiting.popLast() {
      guard seen.insert(node.unit.id).inserted else { continue }
      nodes.append(node)
      let below = (children[node.unit.id] ?? []).sorted { $0.code > $1.code }
      waiting += below.map { UnitNode(unit: $0, depth: node.depth + 1) }
    }
    return nodes
  }
}
