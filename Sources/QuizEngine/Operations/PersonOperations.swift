/// `person add|import|undo-import|list|password|card|revoke-card|sign-out|factor-off`.
enum PersonOperations {
  static let specs = [
    OperationSpec(
      "person", "add", vi: "Thêm một người", en: "Add a person", operands: [.text("NAME")],
      options: [
        unit(vi: "Đơn vị của người này", en: "The person's unit"),
        .init(
          "role", .choice(Role.allCases.map(\.rawValue)), isRequired: true, vi: "Vai trò",
          en: "The role"),
        .init("username", .text("NAME"), vi: "Tên đăng nhập", en: "Sign-in name"),
        password,
        .init("birth-year", .text("YEAR"), vi: "Năm sinh", en: "Year of birth"),
      ], .data(add)),
    importSpec, undoSpec,
    OperationSpec(
      "person", "list", vi: "Liệt kê người, của một đơn vị hoặc theo tên",
      en: "List people, of a unit or by name",
      options: [
        .init(
          "unit", .text("CODE"), vi: "Chỉ đơn vị này và các đơn vị dưới",
          en: "Only this unit and those below it"),
        .init(
          "role", .choice(Role.allCases.map(\.rawValue)), vi: "Chỉ vai trò này",
          en: "Only this role"),
        NameSearch.option,
      ], .data(list)),
    OperationSpec(
      "person", "password", vi: "Đặt mật khẩu mới và kết thúc các phiên đang mở",
      en: "Set a new password and end open sessions", operands: [.text("USERNAME")],
      options: [password], .data(setPassword)),
    OperationSpec(
      "person", "card", vi: "In thẻ mới cho một người; thẻ cũ hết hiệu lực",
      en: "Print a new card for one person; the old one stops working", operands: [.text("PERSON")],
      options: [CohortOperations.baseURL], hasDryRun: true, asksFirst: true, document: .secret,
      .data(card)),
    OperationSpec(
      "person", "revoke-card", vi: "Thu hồi thẻ bị mất và kết thúc các phiên đang mở",
      en: "Revoke a lost card and end open sessions", operands: [.text("PERSON")],
      asksFirst: true, .data(revokeCard)),
    OperationSpec(
      "person", "sign-out", vi: "Kết thúc mọi phiên đang mở của một người",
      en: "End everything that a person has open", operands: [.text("PERSON")], .data(signOut)),
    OperationSpec(
      "person", "factor-off",
      vi: "Tắt xác thực hai bước của người mất điện thoại, kết thúc các phiên",
      en: "Turn off the second factor of a lost telephone and end open sessions",
      operands: [.text("PERSON")], asksFirst: true, .data(endSecondFactor)),
  ]

  static func unit(vi: String, en: String) -> OperationSpec.Option {
    .init("unit", .text("CODE"), isRequired: true, vi: vi, en: en)
  }

  private static let password = OperationSpec.Option(
    "password-file", .secret, vi: "Đọc mật khẩu từ dòng đầu của tệp; không có thì từ bàn phím",
    en: "Read the password from the file's first line; otherwise from standard input")

  @Sendable private static func add(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let word = try operation.required("role")
    guard let role = Role(rawValue: word) else {
      throw Misuse(vi: "Không có vai trò “\(word)”.", en: "There is no role “\(word)”.")
    }
    let username = operation.option("username")
    let person = try engine.createPerson(
      name: try operation.operand(0), roles: [role],
      unit: try engine.unit(code: try operation.required("unit")).id, username: username,
      password: try username.map { _ in try operation.password() },
      birthYear: try operation.number("birth-year", in: 1900...2100), by: actor, at: instant)
    return OperationOutcome(
      table([person], try engine.units()), vi: "Đã thêm \(person.name).",
      en: "Added \(person.name).")
  }

  @Sendable private static func setPassword(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let username = try operation.operand(0)
    try engine.setPassword(
      try operation.password(), of: username, by: actor, at: instant)
    return OperationOutcome(
      nil, vi: "Đã đặt mật khẩu mới cho \(username); các phiên đang mở đã kết thúc.",
      en: "Set a new password for \(username); open sessions were ended.")
  }

  @Sendable private static func signOut(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let person = try engine.person(named: try operation.operand(0), actor)
    try engine.endSessions(of: person.id, by: actor, at: instant)
    return OperationOutcome(
      nil, vi: "Đã kết thúc mọi phiên của \(person.name).",
      en: "Ended all sessions of \(person.name).")
  }

  @Sendable private static func endSecondFactor(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let id = try engine.person(named: try operation.operand(0), actor).id
    let person = try engine.endSecondFactor(of: id, by: actor, at: instant)
    return OperationOutcome(
      nil, vi: "Đã tắt xác thực hai bước của \(person.name); các phiên đang mở đã kết thúc.",
      en: "Turned off the second factor of \(person.name); open sessions were ended.")
  }

  @Sendable private static func list(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let unit = try operation.option("unit").map { try engine.unit(code: $0).id }
    let units = try engine.units()
    let role = operation.option("role").flatMap(Role.init(rawValue:))
    let search = try operation.nameSearch()
    let people = try engine.people(actor, in: unit).filter {
      (role.map($0.roles.contains) ?? true)
        && (search?.finds($0.name, $0.code, $0.username) ?? true)
    }
    let sorted = people.map { (VietnameseNameKey($0.name), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    let code = unit.flatMap { units[$0]?.code }
    try engine.recordExport("persons", of: code ?? "", by: actor, at: instant)
    return OperationOutcome(table: table(sorted, units))
  }

  private static func table(_ people: [Person], _ units: UnitTree) -> Table {
    Table(
      columns: [
        .init("id", vi: "Mã hệ thống", en: "Id"),
        .init("name", vi: "Họ và tên", en: "Full name"),
        .init("roles", vi: "Vai trò", en: "Roles"),
        .init("unit", vi: "Đơn vị", en: "Unit"),
        .init("code", vi: "Mã số", en: "Code"),
        .init("birthYear", vi: "Năm sinh", en: "Birth year", .number),
        .init("username", vi: "Tên đăng nhập", en: "Sign-in name"),
      ],
      rows: people.map { person in
        [
          .text(person.id.text), .text(person.name),
          .text(person.roles.sorted().map(\.rawValue).joined(separator: " ")),
          .text(units[person.unit]?.code), .text(person.code), .count(person.birthYear),
          .text(person.username),
        ]
      })
  }
}

extension Operation {
  /// The first line of the password file or of standard input; never an argument.
  fileprivate func password() throws(Misuse) -> String {
    let bytes = try file("password").prefix { $0 != 0x0a && $0 != 0x0d }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Misuse(vi: "Mật khẩu không phải UTF-8.", en: "The password is not UTF-8.")
    }
    return text
  }
}
