/// What a column of a class list holds.
package enum ClassListField: Hashable, Sendable {
  case name, family, middle, given
  case className
  /// The school's own code.
  case code
  /// “Mã định danh”: the ministry's code, or the national number.
  case identity
  /// “Số định danh cá nhân”: the national number of twelve digits.
  case personalNumber
  case birth
  /// The parts of a date of birth in three columns.
  case day, month, year
  case role, username
  /// Of our own export: the name by which the platform knows a person, and the unit's code.
  case systemID, unit
  /// Something about a parent; years of birth beside it are the parent's.
  case parent
  /// A heading of class lists that nothing is read from.
  case other

  /// Whether something is read from such a column.
  var isRead: Bool { self != .parent && self != .other }
}

/// Knows headings by the many names that schools give them.
enum ClassListHeading {
  /// What the heading stands for, whatever its case, marks, numbering and additions: “Họ và tên
  /// (*)”, “HỌ TÊN HS”, “2) Lớp *”.
  static func field(_ heading: String) -> ClassListField? {
    guard (1...200).contains(heading.utf8.count) else { return nil }
    let whole = words(heading)
    if let field = fields[whole.joined(separator: " ")] { return field }
    if isAboutParent(heading) { return .parent }
    var words = words(withoutBrackets(heading))
    while let first = words.first, first.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      words.removeFirst()
    }
    while !words.isEmpty {
      if let field = fields[words.joined(separator: " ")] { return field }
      guard let last = words.last, additions.contains(last) else { return nil }
      words.removeLast()
    }
    return nil
  }

  private static func words(_ text: String) -> [String] {
    foldedName(text).split(separator: " ").map(String.init)
  }

  /// With its marks: “Bộ GD&ĐT” is no “bố”.
  private static func isAboutParent(_ heading: String) -> Bool {
    let words = heading.lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains { ["cha", "mẹ", "me", "bố", "bo", "ba", "huynh"].contains($0) }
      || words.suffix(2).map { foldedName($0) } == ["giam", "ho"]
  }

  /// Whether it only adds to what stands above it: “(Bộ GD&ĐT)”, “(ngày/tháng/năm)”.
  static func isAddition(_ heading: String) -> Bool {
    !heading.isEmpty && heading.utf8.count <= 200 && words(withoutBrackets(heading)).isEmpty
      && !words(heading).isEmpty
  }

  private static func withoutBrackets(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var depth = 0
    for scalar in text.unicodeScalars {
      if scalar == "(" || scalar == "[" { depth += 1 }
      if depth == 0 { kept.append(scalar) }
      if scalar == ")" || scalar == "]" { depth = max(0, depth - 1) }
    }
    return String(kept)
  }

  /// Words that follow a heading without changing it.
  private static let additions: Set<String> = [
    "hs", "hoc", "sinh", "em", "gv", "giao", "vien", "thi", "sv", "cua",
  ]

  private static let fields: [String: ClassListField] = {
    var fields: [String: ClassListField] = [:]
    for (field, names) in vocabulary {
      for name in names { fields[foldedName(name)] = field }
    }
    return fields
  }()

  private static let vocabulary: [(ClassListField, [String])] = [
    (
      .name,
      [
        "Họ và tên", "Họ tên", "Họ đệm và tên", "Họ, tên đệm và tên", "Họ, chữ đệm và tên",
        "Tên học sinh", "Tên HS", "Tên giáo viên", "Full name", "Name", "Student name",
      ]
    ),
    (
      .family,
      [
        "Họ đệm", "Họ và tên đệm", "Họ và đệm", "Họ tên đệm", "Họ", "Họ lót", "Họ và tên lót",
        "Họ và chữ lót", "Họ và chữ đệm", "Family name", "Last name", "Surname",
      ]
    ),
    (
      .middle,
      [
        "Tên đệm", "Đệm", "Chữ đệm", "Tên lót", "Chữ lót", "Lót", "Tên đệm và lót", "Middle name",
      ]
    ), (.given, ["Tên", "Tên gọi", "Given name", "First name"]),
    (.className, ["Lớp", "Tên lớp", "Lớp học", "Class", "Class name"]),
    (
      .code,
      [
        "Mã học sinh", "Mã HS", "Mã số", "Mã số học sinh", "Mã số HS", "MSHS", "Mã giáo viên",
        "Mã GV", "Mã số GV", "Mã", "Code", "Student code", "Student ID",
      ]
    ),
    (
      .identity,
      [
        "Mã định danh", "Mã định danh học sinh", "Mã định danh Bộ", "Mã định danh Bộ GD&ĐT",
        "Mã định danh Bộ GDĐT", "Mã MOET", "Mã học sinh MOET", "Số định danh học sinh",
      ]
    ),
    (
      .personalNumber,
      [
        "Số định danh cá nhân", "Mã định danh cá nhân", "Mã số định danh cá nhân", "Số định danh",
        "Mã định danh công dân", "Số ĐDCN", "ĐDCN", "CCCD", "Số CCCD", "Căn cước", "Số căn cước",
        "Căn cước công dân", "Số căn cước công dân", "Số CCCD/Định danh", "Số CMND/CCCD",
        "Số định danh cá nhân/CCCD", "CCCD/Số định danh cá nhân", "Personal number", "National ID",
      ]
    ),
    (
      .birth,
      [
        "Ngày sinh", "Năm sinh", "Ngày tháng năm sinh", "Ngày tháng sinh", "Sinh ngày", "NTNS",
        "NS", "Birth year", "Year of birth", "Date of birth", "Birthday", "DOB",
      ]
    ), (.day, ["Ngày"]), (.month, ["Tháng", "Tháng sinh"]), (.year, ["Năm"]),
    (.role, ["Vai trò", "Đối tượng", "Role", "Roles"]),
    (.username, ["Tên đăng nhập", "Tài khoản", "Username", "User name", "Sign-in name"]),
    (.systemID, ["Mã hệ thống", "Id", "System id"]), (.unit, ["Đơn vị", "Mã đơn vị", "Unit"]),
    (
      .other,
      [
        "STT", "TT", "Số TT", "No", "Giới tính", "Nữ", "Nam/Nữ", "Phái", "Ghi chú", "Dân tộc",
        "Nơi sinh", "Địa chỉ", "Chỗ ở hiện nay", "Số điện thoại", "SĐT", "Điện thoại", "Email",
        "Sex", "Gender", "Note", "Notes", "Khối", "Trường", "Chữ ký", "Ký nhận",
      ]
    ),
  ]
}
