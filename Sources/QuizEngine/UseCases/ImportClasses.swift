/// Finds or makes the units of the classes that a file names.
struct ImportClasses {
  private let school: Unit
  private let known: [String: Unit]
  private let newID: () -> UnitID
  private let instant: Instant
  private(set) var classes: [ImportPlan.Class] = []

  init(
    in school: Unit, known units: [Unit], at instant: Instant, newID: @escaping () -> UnitID
  ) {
    self.school = school
    known = Dictionary(units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    self.instant = instant
    self.newID = newID
  }

  /// The unit of a class as written in the file.
  ///
  /// - Throws: what is wrong with its name.
  mutating func unit(named name: String) throws(ImportComplaint) -> Unit {
    let code = school.code + "-" + Self.slug(name)
    if let found = classes.first(where: { $0.unit.code == code }) { return found.unit }
    guard Slug.isValid(code.lowercased()), code.utf8.count > school.code.utf8.count + 1 else {
      throw ImportComplaint(
        "“\(name.prefix(40))” không phải tên lớp. Hãy viết ngắn gọn, ví dụ 6A hoặc 10 Anh.",
        "“\(name.prefix(40))” is no class name. Write it short, such as 6A or 10 Anh.")
    }
    if let unit = known[code] {
      guard unit.parent == school.id else {
        throw ImportComplaint(
          "Mã đơn vị “\(code)” đã thuộc về nơi khác. Hãy đổi tên lớp trong tệp.",
          "The unit code “\(code)” belongs elsewhere. Rename the class in the file.")
      }
      classes.append(ImportPlan.Class(unit: unit, isNew: false))
      return unit
    }
    let unit = Unit(
      id: newID(), parent: school.id, code: code, name: Self.title(name), kind: .schoolClass,
      validFrom: instant)
    classes.append(ImportPlan.Class(unit: unit, isNew: true))
    return unit
  }

  /// `Lớp 10 Chuyên Anh` becomes `10-chuyen-anh`.
  static func slug(_ name: String) -> String {
    var words = foldedName(name).split(separator: " ")
    if words.count > 1, words.first == "lop" { words.removeFirst() }
    return words.joined(separator: "-")
  }

  private static func title(_ name: String) -> String {
    foldedName(name).hasPrefix("lop ") ? name : "Lớp \(name)"
  }
}

/// What is wrong with one cell, before its place is known.
struct ImportComplaint: Error {
  let message: LocalizedText

  init(_ vietnamese: String, _ english: String) {
    message = LocalizedText(vi: vietnamese, en: english)
  }
}
