/// Who took part, for one unit with everything below it.
package struct UnitParticipation: Hashable, Sendable {
  package let unit: Unit
  package let depth: Int
  /// People with a role that may enter.
  package let registered: Int
  package let persons: Int
  package let attempts: Int
  package let finishedPersons: Int
  package let denominator: Int
  package let basis: Basis

  /// Where the denominator of the rate comes from.
  package enum Basis: String, CaseIterable, Sendable {
    /// The unit's own declared headcount.
    case declared
    /// The sum of the headcounts that all units directly below declared.
    case summed
    /// Nobody declared anything: the registered people.
    case registered
  }

  package var rate: Rate { Rate(persons, of: denominator) }
}

extension UnitParticipation {
  /// One row for each node, its counts summed over everything below it.
  ///
  /// - Parameter nodes: a subtree, each parent before its children.
  package static func report(
    _ nodes: [UnitNode], registered: [UnitID: Int],
    counts: [UnitID: UnitCounts]
  ) -> [UnitParticipation] {
    var below: [UnitID: [UnitParticipation]] = [:]
    var rows: [UnitParticipation] = []
    for node in nodes.reversed() {
      let own = counts[node.unit.id]
      let children = below.removeValue(forKey: node.unit.id) ?? []
      let known = children.reduce(registered[node.unit.id] ?? 0) { $0 + $1.registered }
      let (denominator, basis) = base(node.unit, children, registered: known)
      let row = UnitParticipation(
        unit: node.unit, depth: node.depth, registered: known,
        persons: children.reduce(own?.persons ?? 0) { $0 + $1.persons },
        attempts: children.reduce(own?.attempts ?? 0) { $0 + $1.attempts },
        finishedPersons: children.reduce(own?.finishedPersons ?? 0) { $0 + $1.finishedPersons },
        denominator: denominator, basis: basis)
      rows.append(row)
      if let parent = node.unit.parent { below[parent, default: []].append(row) }
    }
    return rows.reversed()
  }

  private static func base(
    _ unit: Unit, _ children: [UnitParticipation], registered: Int
  ) -> (Int, Basis) {
    if let headcount = unit.headcount { return (headcount, .declared) }
    let isDeclaredBelow = !children.isEmpty && children.allSatisfy { $0.basis != .registered }
    if isDeclaredBelow { return (children.reduce(0) { $0 + $1.denominator }, .summed) }
    return (registered, .registered)
  }

  /// The rows as a table; `lượt` and `người` are never mixed.
  package static func table(_ rows: [UnitParticipation]) -> Table {
    Table(columns: columns, rows: rows.map(\.cells))
  }

  private var cells: [Cell] {
    [
      .text(unit.code), .text(unit.name), .count(depth), .count(unit.headcount),
      .count(registered), .count(persons), .count(attempts), .count(finishedPersons), .rate(rate),
      .count(denominator), .term(basis.rawValue, basis.title),
    ]
  }

  private static let columns: [Table.Column] = [
    .init("unitCode", vi: "Mã đơn vị", en: "Unit code"),
    .init("unit", vi: "Đơn vị", en: "Unit"),
    .init("depth", vi: "Cấp", en: "Depth", .number),
    .init("headcount", vi: "Tổng số khai báo", en: "Declared headcount", .number),
    .init("registered", vi: "Đã có tài khoản", en: "Registered", .number),
    .init("persons", vi: "Số người dự thi", en: "Persons", .number),
    .init("attempts", vi: "Số lượt thi", en: "Attempts", .number),
    .init("completed", vi: "Số người hoàn thành", en: "Persons completed", .number),
    .init("rate", vi: "Tỷ lệ tham gia (%)", en: "Participation (%)", .number),
    .init("denominator", vi: "Mẫu số", en: "Denominator", .number),
    .init("basis", vi: "Nguồn mẫu số", en: "Denominator from"),
  ]
}

extension UnitParticipation.Basis {
  fileprivate var title: LocalizedText {
    switch self {
    case .declared: LocalizedText(vi: "đơn vị khai báo", en: "declared")
    case .summed: LocalizedText(vi: "cộng từ đơn vị dưới", en: "sum of units below")
    case .registered: LocalizedText(vi: "số tài khoản", en: "registered people")
    }
  }
}
