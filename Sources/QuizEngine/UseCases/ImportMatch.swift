/// Who a row of a class list is: somebody known, nobody yet, or a question.
struct ImportMatch {
  private let population: ImportPopulation
  private let claimed: [PersonID: Int]
  private let written: Set<InClass>

  /// A name that a row writes for a class.
  struct InClass: Hashable {
    let unit: UnitID
    let key: PersonNameKey
  }

  /// What was found.
  enum Finding {
    case nobody
    case certain(Person)
    case doubt(ImportQuestion.Reason, [Person])
    case refused(SourceIssue)
  }

  /// - Parameter written: the names of all rows.
  init(_ population: ImportPopulation, claimed: [PersonID: Int], written: Set<InClass>) {
    self.population = population
    self.claimed = claimed
    self.written = written
  }

  /// - Parameter certain: whom a number, a code of the class or a sign-in name names.
  func find(_ entry: ClassListLine, in unit: Unit, certain: Person?) -> Finding {
    if let certain { return judged(certain, entry, unit) }
    let key = PersonNameKey(entry.name)
    let inClass = population.named(key, in: unit.id).filter {
      $0.roles == entry.roles && isFree($0, entry)
    }
    let same = inClass.filter { $0.birthYear == entry.birthYear && !codesDiffer($0, entry) }
    if same.count == 1 { return .certain(same[0]) }
    if same.count > 1 { return .refused(manyNamesakes(entry, unit, same.count)) }
    let recoded = inClass.filter { $0.birthYear == entry.birthYear }
    if !recoded.isEmpty {
      let lostZeros = recoded.contains { Self.differOnlyByZeros(entry.code ?? "", $0.code) }
      return .doubt(lostZeros ? .lostZeros : .otherCode, recoded)
    }
    let undated = inClass.filter {
      ($0.birthYear == nil || entry.birthYear == nil)
        && (!codesDiffer($0, entry) || Self.differOnlyByZeros(entry.code ?? "", $0.code))
    }
    if !undated.isEmpty { return .doubt(.birthYearMissing, undated) }
    if let holder = entry.code.flatMap({ population.coded($0, in: unit.id) }) {
      return judged(holder, entry, unit)
    }
    let alike = population.named(like: entry.name, in: unit.id).filter { isLike($0, entry) }
    if !alike.isEmpty { return .doubt(.likeName, alike) }
    let away = elsewhere(entry, unit, key)
    return away.isEmpty ? .nobody : .doubt(.elsewhere, away)
  }

  private func judged(_ person: Person, _ entry: ClassListLine, _ unit: Unit) -> Finding {
    if let username = entry.username, person.username != username, entry.known?.id != person.id,
      let holder = population.holder(of: username), holder.id != person.id
    {
      return .refused(takenUsername(entry, username))
    }
    if entry.username != nil, person.username == entry.username, person.id != entry.known?.id {
      guard population.isHere(person), person.roles == [.teacher] else {
        return .refused(takenUsername(entry, entry.username ?? ""))
      }
      return .certain(person)
    }
    if person.id == entry.known?.id, person.roles == entry.roles {
      return person.unit == unit.id ? .certain(person) : .doubt(.elsewhere, [person])
    }
    guard person.roles == entry.roles else {
      let code = entry.code ?? ""
      return .refused(
        entry.places.code.issue(
          "mã “\(clipped(code, 60))” đang thuộc về một người có vai trò khác. Hãy kiểm tra lại mã "
            + "hoặc vai trò.",
          "the code “\(clipped(code, 60))” belongs to somebody of another role. Check the code or "
            + "the role."))
    }
    guard person.unit == unit.id else { return .doubt(.elsewhere, [person]) }
    return Self.isCorrection(of: person, entry)
      ? .certain(person) : .doubt(.codeOfAnother, [person])
  }

  private func elsewhere(
    _ entry: ClassListLine, _ unit: Unit, _ key: PersonNameKey
  ) -> [Person] {
    let namesakes = entry.birthYear.map { population.named(key, bornIn: $0) } ?? []
    var found = namesakes.filter {
      $0.unit != unit.id && $0.roles == entry.roles && isFree($0, entry)
        && (!codesDiffer($0, entry) || Self.differOnlyByZeros(entry.code ?? "", $0.code))
    }
    // A number within the class, such as 7, says nothing about who else has it.
    if let code = entry.code, code.utf8.count > 3 {
      found += population.coded(code).filter { person in
        person.roles == entry.roles && isFree(person, entry)
          && !found.contains { $0.id == person.id }
      }
    }
    return found
  }

  /// Whether the row may correct the person's name: nothing else differs, and no row has the old one.
  private func isLike(_ person: Person, _ entry: ClassListLine) -> Bool {
    let isOtherYear =
      person.birthYear != nil && entry.birthYear != nil && person.birthYear != entry.birthYear
    return person.roles == entry.roles && isFree(person, entry) && !isOtherYear
      && !codesDiffer(person, entry)
      && !written.contains(InClass(unit: person.unit, key: PersonNameKey(person.name)))
  }

  private func isFree(_ person: Person, _ entry: ClassListLine) -> Bool {
    claimed[person.id].map { $0 == entry.line } ?? true
  }

  private func codesDiffer(_ person: Person, _ entry: ClassListLine) -> Bool {
    guard let code = entry.code, let known = person.code else { return false }
    return !code.utf8.elementsEqual(known.utf8)
  }

  /// Whether a spreadsheet could have made one of the other: 0012 and 12.
  static func differOnlyByZeros(_ code: String, _ other: String?) -> Bool {
    guard let other, !code.utf8.elementsEqual(other.utf8), !code.isEmpty else { return false }
    let isNumber = (code + other).utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber
      && code.utf8.drop { $0 == 0x30 }.elementsEqual(other.utf8.drop { $0 == 0x30 })
  }

  /// Whether the row says of a person what was written wrongly before, and of nobody else.
  ///
  /// The same name, or one word of it changed and the same year of birth: a list that was sorted anew
  /// and numbered again must not make one pupil of another. A number within the class is too weak
  /// for a changed name.
  static func isCorrection(of person: Person, _ entry: ClassListLine) -> Bool {
    if PersonNameKey(person.name) == PersonNameKey(entry.name) { return true }
    let isRunning =
      (entry.code ?? "").utf8.allSatisfy { (0x30...0x39).contains($0) }
      && (entry.code ?? "").utf8.count <= 3
    guard entry.personalNumber != nil || !isRunning, person.birthYear == entry.birthYear else {
      return false
    }
    let (old, new) = (
      foldedName(person.name).split(separator: " "), foldedName(entry.name).split(separator: " ")
    )
    return old.count == new.count && zip(old, new).count { $0 != $1 } <= 1
  }

  private func takenUsername(_ entry: ClassListLine, _ username: String) -> SourceIssue {
    entry.places.username.issue(
      "tên đăng nhập “\(username)” đã có người khác dùng. Hãy chọn tên khác.",
      "the sign-in name “\(username)” is taken by somebody else. Choose another.")
  }

  private func manyNamesakes(
    _ entry: ClassListLine, _ unit: Unit, _ count: Int
  ) -> SourceIssue {
    entry.places.name.issue(
      "trong \(unit.name) đã có \(count) người tên “\(entry.name)” cùng năm sinh. "
        + "Hãy thêm cột “Mã học sinh” để phân biệt.",
      "\(unit.name) already has \(count) people called “\(entry.name)” born in the "
        + "same year. Add a column “Mã học sinh” to tell them apart.")
  }
}
