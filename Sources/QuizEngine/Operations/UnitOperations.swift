/// `unit add` and `unit list`.
enum UnitOperations {
  static let specs = [
    OperationSpec(
      "unit", "add", vi: "Thêm một đơn vị", en: "Add a unit",
      operands: [.text("CODE"), .text("NAME")],
      options: [
        .init(
          "kind", .choice(UnitKind.allCases.map(\.rawValue)), isRequired: true, vi: "Loại đơn vị",
          en: "What it is"),
        .init("parent", .text("CODE"), vi: "Đơn vị cấp trên", en: "The unit above"),
        .init("headcount", .text("N"), vi: "Tổng số người khai báo", en: "Declared headcount"),
      ], .data(add)),
    OperationSpec(
      "unit", "list", vi: "Liệt kê cây đơn vị", en: "List the tree of units",
      options: [
        .init("under", .text("CODE"), vi: "Chỉ từ đơn vị này", en: "Only from this unit"),
        NameSearch.option,
      ],
      .data(list)),
  ]

  @Sendable private static func add(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let word = try operation.required("kind")
    guard let kind = UnitKind(rawValue: word) else {
      throw Misuse(vi: "Không có loại đơn vị “\(word)”.", en: "There is no kind “\(word)”.")
    }
    let unit = try engine.createUnit(
      code: try operation.operand(0), name: try operation.operand(1), kind: kind,
      parent: try operation.option("parent").map { try engine.unit(code: $0).id },
      headcount: try operation.number("headcount", in: 0...10_000_000), by: actor, at: instant)
    return OperationOutcome(
      table([unit], try engine.units()), vi: "Đã thêm đơn vị \(unit.code).",
      en: "Added the unit \(unit.code).")
  }

  @Sendable private static func list(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let units = try engine.units()
    let search = try operation.nameSearch()
    let top = try operation.option("under").map { try engine.unit(code: $0).id }
    let roots = top.map { [$0] } ?? units.children(of: nil).map(\.id)
    let found = roots.flatMap { units.subtree(of: $0) }.map(\.unit).filter {
      search?.finds($0.name, $0.code) ?? true
    }
    return OperationOutcome(table: table(found, units))
  }

  private static func table(_ shown: [Unit], _ units: UnitTree) -> Table {
    Table(
      columns: [
        .init("code", vi: "Mã", en: "Code"),
        .init("name", vi: "Tên", en: "Name"),
        .init("kind", vi: "Loại", en: "Kind"),
        .init("parent", vi: "Trực thuộc", en: "Parent"),
        .init("headcount", vi: "Tổng số khai báo", en: "Headcount", .number),
      ],
      rows: shown.map { unit in
        [
          .text(unit.code), .text(unit.name), .term(unit.kind.rawValue, unit.kind.title),
          .text(unit.parent.flatMap { units[$0]?.code }), .count(unit.headcount),
        ]
      })
  }
}

extension UnitKind {
  var title: LocalizedText {
    switch self {
    case .ministry: LocalizedText(vi: "Bộ", en: "ministry")
    case .department: LocalizedText(vi: "Sở", en: "department")
    case .union: LocalizedText(vi: "Đoàn thể", en: "union")
    case .office: LocalizedText(vi: "Phòng", en: "office")
    case .commune: LocalizedText(vi: "Xã, phường", en: "commune")
    case .school: LocalizedText(vi: "Trường", en: "school")
    case .faculty: LocalizedText(vi: "Khoa", en: "faculty")
    case .grade: LocalizedText(vi: "Khối", en: "grade")
    case .schoolClass: LocalizedText(vi: "Lớp", en: "class")
    case .team: LocalizedText(vi: "Đội", en: "team")
    }
  }
}
