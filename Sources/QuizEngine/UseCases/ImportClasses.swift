/// Finds the units of the classes that a file names; one that is not there is a question.
struct ImportClasses {
  private let school: Unit
  private let units: UnitTree
  private let decisions: ImportDecisions
  private let newID: () -> UnitID
  private let instant: Instant
  private let below: [Unit]
  private var bySlug: [String: Unit] = [:]
  private var answers: [String: Answer] = [:]
  private(set) var classes: [ImportPlan.Class] = []
  private(set) var questions: [ImportQuestion.NewClass] = []
  private var places: [String: Int] = [:]

  /// What a class's name stands for.
  enum Answer {
    case unit(Unit)
    case undecided
    case leftOut
  }

  init(
    in school: Unit, _ units: UnitTree, _ decisions: ImportDecisions, at instant: Instant,
    newID: @escaping () -> UnitID
  ) {
    self.school = school
    self.units = units
    self.decisions = decisions
    self.instant = instant
    self.newID = newID
    var codes: [(String, Unit)] = []
    below = units.subtree(of: school.id).map(\.unit).filter { $0.kind == .schoolClass }
    for unit in below {
      let code = unit.code.lowercased()
      let parent = unit.parent.flatMap { units[$0]?.code.lowercased() } ?? school.code.lowercased()
      let slug = classSlug(unit.name)
      if !slug.isEmpty, bySlug[slug] == nil { bySlug[slug] = unit }
      if let code = Self.slug(ofCode: code, below: parent) { codes.append((code, unit)) }
    }
    // Codes have no marks: the one of 6Đ, made before marks counted, is no 6D.
    for (code, unit) in codes where bySlug[code] == nil && code != Self.bare(unit.name) {
      bySlug[code] = unit
    }
  }

  /// The slug of a name whose letters lost their marks; empty where it has none to lose.
  private static func bare(_ name: String) -> String {
    let bare = classSlug(foldedName(name))
    return bare == classSlug(name) ? "" : bare
  }

  /// The `6a` of `thcs-mau-6a`.
  private static func slug(ofCode code: String, below parent: String) -> String? {
    guard code.utf8.starts(with: (parent + "-").utf8) else { return nil }
    return String(decoding: Array(code.utf8.dropFirst(parent.utf8.count + 1)), as: UTF8.self)
  }

  /// The unit of our own export's code, if it belongs to the school.
  func unit(code: String) -> Unit? {
    school.code == code ? school : below.first { $0.code == code }
  }

  /// What a class as written in the file stands for.
  ///
  /// - Throws: what is wrong with its name.
  mutating func answer(named name: String, line: Int) throws(ImportComplaint) -> Answer {
    let slug = classSlug(name)
    if let place = places[slug] { questions[place].rows += 1 }
    if let known = answers[slug] { return known }
    guard Slug.isValid(school.code.lowercased() + "-" + slug), !slug.isEmpty else {
      throw ImportComplaint(
        "“\(clipped(name, 40))” không phải tên lớp. Hãy viết ngắn gọn, ví dụ 6A hoặc 10 Anh.",
        "“\(clipped(name, 40))” is no class name. Write it short, such as 6A or 10 Anh.")
    }
    let answer: Answer
    if let unit = bySlug[slug] {
      answer = .unit(unit)
      take(unit, isNew: false)
    } else {
      answer = try asked(slug, name, line)
    }
    answers[slug] = answer
    return answer
  }

  private mutating func asked(
    _ slug: String, _ name: String, _ line: Int
  ) throws(ImportComplaint) -> Answer {
    let canBeMade = school.kind != .schoolClass
    var decision = decisions.classes[slug] ?? decisions.everyClass
    if case .existing(let id) = decision, !below.contains(where: { $0.id == id }) { decision = nil }
    if decision == .create, !canBeMade { decision = nil }
    places[slug] = questions.count
    questions.append(
      ImportQuestion.NewClass(
        slug: slug, name: clipped(name, 60), line: line, rows: 1, known: mostAlike(slug),
        canBeMade: canBeMade, decision: decision))
    switch decision {
    case nil: return .undecided
    case .skip: return .leftOut
    case .existing(let id):
      guard let unit = below.first(where: { $0.id == id }) else { return .undecided }
      take(unit, isNew: false)
      return .unit(unit)
    case .create:
      let unit = Unit(
        id: newID(), parent: school.id, code: school.code + "-" + slug, name: Self.title(name),
        kind: .schoolClass, validFrom: instant)
      guard !units.all.contains(where: { $0.code == unit.code }) else {
        throw ImportComplaint(
          "mã đơn vị “\(unit.code)” đã thuộc về nơi khác. Hãy đổi tên lớp trong tệp.",
          "the unit code “\(unit.code)” belongs elsewhere. Rename the class in the file.")
      }
      take(unit, isNew: true)
      return .unit(unit)
    }
  }

  private mutating func take(_ unit: Unit, isNew: Bool) {
    guard !classes.contains(where: { $0.unit.id == unit.id }) else { return }
    classes.append(ImportPlan.Class(unit: unit, isNew: isNew))
  }

  /// Those that begin alike first, then by code.
  private func mostAlike(_ slug: String) -> [Unit] {
    func common(_ unit: Unit) -> Int {
      zip(classSlug(unit.name).utf8, slug.utf8).prefix { $0 == $1 }.count
    }
    return below.map { (common($0), $0) }
      .sorted { $0.0 != $1.0 ? $0.0 > $1.0 : $0.1.code < $1.1.code }.map(\.1)
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
