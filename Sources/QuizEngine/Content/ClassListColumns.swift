/// Which column of a class list holds what; headings are known by many names.
struct ClassListColumns {
  let name: Int?
  let family: Int?
  let given: Int?
  let className: Int?
  let code: Int?
  let birth: Int?
  let role: Int?
  let username: Int?

  init(_ header: TextRow) {
    let table = FoldedHeadings(header)
    name = table.column(Self.names)
    family = table.column("Họ đệm", "Họ và tên đệm", "Họ và đệm", "Họ tên đệm", "Họ", "Family name")
    given = table.column("Tên", "Given name")
    className = table.column(Self.classes)
    code = table.column(
      "Mã học sinh", "Mã HS", "Mã số", "Mã số học sinh", "Mã giáo viên", "Mã GV", "Mã", "Code",
      "Student code")
    birth = table.column(
      "Ngày sinh", "Năm sinh", "Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "NTNS",
      "Birth year", "Year of birth", "Date of birth")
    role = table.column("Vai trò", "Đối tượng", "Role")
    username = table.column("Tên đăng nhập", "Tài khoản", "Username", "User name")
  }

  /// How many columns of a class list the best of these rows names.
  static func score(_ rows: [TextRow]) -> Int {
    rows.map { ClassListColumns($0).count }.max() ?? 0
  }

  private var count: Int {
    [name, family, given, className, code, birth, role, username].count { $0 != nil }
  }

  static let names = [
    "Họ và tên", "Họ tên", "Họ và tên học sinh", "Họ tên học sinh", "Tên học sinh",
    "Họ và tên giáo viên", "Full name", "Name",
  ]
  static let classes = ["Lớp", "Tên lớp", "Lớp học", "Class", "Class name"]

  /// Whether a person's name can be read at all.
  var hasName: Bool { name != nil || (family != nil && given != nil) }

  /// The column that messages about the name point at.
  var nameColumn: Int? { name ?? family }
}

/// Reads the words of a role column.
func classListRole(_ text: String) -> Role? {
  switch foldedName(text) {
  case "", "hoc sinh", "hs", "student", "pupil", "hoc vien": .student
  case "giao vien", "gv", "teacher", "gvcn", "giao vien chu nhiem": .teacher
  default: nil
  }
}

/// The year of a date of birth; the rest is not kept.
///
/// Understands `2013`, `15/03/2013`, `15-3-2013`, `15.03.2013` and `2013-03-15`.
func birthYear(_ text: String) -> Int? {
  let parts = text.split(whereSeparator: { "/-. ".contains($0) }).map(String.init)
  let numbers = parts.compactMap(wholeNumber)
  guard numbers.count == parts.count else { return nil }
  switch numbers.count {
  case 1: return numbers[0]
  case 3:
    let isYearFirst = parts[0].utf8.count == 4
    let (year, day) = isYearFirst ? (numbers[0], numbers[2]) : (numbers[2], numbers[0])
    return CalendarTime(year: year, month: numbers[1], day: day) == nil ? nil : year
  default: return nil
  }
}

/// The headings of a row, folded once.
private struct FoldedHeadings {
  private let headings: [String]

  init(_ row: TextRow) {
    headings = row.cells.map { foldedName($0.text) }
  }

  func column(_ names: String...) -> Int? { column(names) }

  func column(_ names: [String]) -> Int? {
    let folded = Set(names.map { foldedName($0) })
    return headings.firstIndex { folded.contains($0) }
  }
}
