/// What an import and its undoing say, on pages and at the terminal alike.
extension ImportPlan {
  /// What the plan does, or did.
  package func summary(isDryRun: Bool) -> LocalizedText {
    let newClasses = classes.count(where: \.isNew)
    let lead =
      isDryRun
      ? LocalizedText(vi: "Chạy thử, chưa ghi gì: ", en: "Dry run, nothing written: ")
      : LocalizedText(vi: "Đã nhập: ", en: "Imported: ")
    return LocalizedText(
      vi: lead.vietnamese
        + "\(created) người mới, \(changed) người thay đổi, \(moved) người chuyển "
        + "lớp, \(unchanged) người giữ nguyên, \(keptOut) dòng chưa ghi; \(classes.count) lớp, trong "
        + "đó \(newClasses) lớp mới.",
      en: lead.english + "\(created) new, \(changed) changed, \(moved) moved, \(unchanged) "
        + "unchanged, \(keptOut) rows kept back; \(classes.count) classes, \(newClasses) of them new."
    )
  }

  /// How much of the file cannot be taken as it is.
  package var complaint: LocalizedText {
    LocalizedText(
      vi: "\(refusedRows) dòng cần sửa, \(rows.count) dòng đã đúng. Chưa ghi gì.",
      en: "\(refusedRows) rows need correcting, \(rows.count) are in order. Nothing was written.")
  }

  /// The questions that nobody answered.
  package var openQuestions: [LocalizedText] {
    (asksForSheet ? [sheetQuestion] : [])
      + newClasses.filter { $0.decision == nil }.map(\.text)
      + twins.filter { $0.decision == nil }.prefix(ClassList.issueLimit).map(\.text)
  }
}

extension ImportPlan {
  /// Which sheets there are to choose from.
  fileprivate var sheetQuestion: LocalizedText {
    let names = sheets.prefix(20).map { "“\(clipped($0.name, 40))”" }.joined(separator: ", ")
    return LocalizedText(
      vi: "Sổ có \(sheets.count) trang tính giống danh sách: \(names). Hãy chọn trang cần nhập.",
      en: "\(sheets.count) sheets of the workbook look like a list: \(names). Choose one.")
  }
}

extension ImportPlan.Row {
  /// The code, or the last digits of a personal number.
  package var shownCode: String? {
    person.code ?? personalNumber.map { "•••• \($0.tail)" }
  }
}

extension ImportDecisions {
  /// Decides what the class of that name is.
  package mutating func name(_ name: String, is decision: ForClass) {
    classes[classSlug(name)] = decision
  }
}

extension ImportQuestion.NewClass {
  /// The question in one sentence.
  package var text: LocalizedText {
    let near = known.prefix(3).map(\.name).joined(separator: ", ")
    return LocalizedText(
      vi: "Dòng \(line): lớp “\(name)” chưa có (\(rows) dòng). "
        + (near.isEmpty ? "Tạo lớp hay bỏ các dòng này?" : "Là \(near), là lớp mới, hay bỏ?"),
      en: "Line \(line): there is no class “\(name)” (\(rows) rows). "
        + (near.isEmpty ? "Make it or leave them out?" : "Is it \(near), a new class, or left out?")
    )
  }
}

extension ImportQuestion.Twin {
  /// The question in one sentence.
  package var text: LocalizedText {
    let who = candidates.map { candidate in
      let year = candidate.person.birthYear.map { ", \($0)" } ?? ""
      let code = candidate.person.code.map { ", \($0)" } ?? ""
      return "\(candidate.person.name)\(year)\(code) (\(candidate.unitName))"
    }.joined(separator: "; ")
    let why = reason.text
    return LocalizedText(
      vi: "Dòng \(line): \(name), \(className): \(why.vietnamese) \(who). Cùng một người?",
      en: "Line \(line): \(name), \(className): \(why.english) \(who). The same person?")
  }
}

extension ImportQuestion.Reason {
  /// Why somebody may be known, as the beginning of a sentence that ends with who it is.
  package var text: LocalizedText {
    switch self {
    case .elsewhere:
      LocalizedText(vi: "có thể đã có ở nơi khác:", en: "may be known elsewhere already:")
    case .birthYearMissing:
      LocalizedText(
        vi: "lớp đã có người cùng tên, một bên thiếu năm sinh:",
        en: "the class has this name already, one year of birth is missing:")
    case .otherCode:
      LocalizedText(
        vi: "lớp đã có người cùng tên và năm sinh, nhưng mã khác:",
        en: "the class has this name and year of birth under another code:")
    case .lostZeros:
      LocalizedText(
        vi: "lớp đã có người này, mã chỉ khác số 0 ở đầu (Excel hay bỏ mất):",
        en: "the class has this person, the codes differ by leading zeros that Excel drops:")
    case .likeName:
      LocalizedText(
        vi: "lớp đã có người tên gần giống mà tệp không nhắc tới:",
        en: "the class has somebody of nearly this name whom the file does not mention:")
    case .codeOfAnother:
      LocalizedText(
        vi: "mã này đang thuộc một người tên khác:",
        en: "this code belongs to somebody of another name:")
    }
  }
}

extension ImportPlan.Change {
  /// The change in words.
  package var title: LocalizedText {
    switch self {
    case .created: LocalizedText(vi: "mới", en: "new")
    case .changed: LocalizedText(vi: "thay đổi", en: "changed")
    case .moved: LocalizedText(vi: "chuyển lớp", en: "moved")
    case .unchanged: LocalizedText(vi: "giữ nguyên", en: "unchanged")
    }
  }
}

extension ImportKeeping {
  /// The reason in words.
  package var title: LocalizedText {
    switch self {
    case .attempts: LocalizedText(vi: "đã vào thi", en: "has taken part in a contest")
    case .lessons: LocalizedText(vi: "đã học bài", en: "has completed lessons")
    case .certificates: LocalizedText(vi: "đã có giấy chứng nhận", en: "holds a certificate")
    case .cardUsed: LocalizedText(vi: "đã đăng nhập bằng thẻ", en: "has signed in with a card")
    case .password: LocalizedText(vi: "đã có mật khẩu", en: "has a password")
    case .teaches: LocalizedText(vi: "đang phụ trách lớp", en: "teaches a class")
    case .changedSince: LocalizedText(vi: "đã được sửa sau lần nhập", en: "was changed since")
    }
  }
}

extension ImportUndoing {
  /// What was done, in one sentence.
  package var summary: LocalizedText {
    let names = kept.prefix(10).map { "\($0.name) (\($0.reason.title.vietnamese))" }
    let english = kept.prefix(10).map { "\($0.name) (\($0.reason.title.english))" }
    let more = kept.count > 10 ? "…" : ""
    let keptVi =
      kept.isEmpty
      ? "" : " Giữ \(kept.count) người: \(names.joined(separator: ", "))\(more)."
    let keptEn =
      kept.isEmpty
      ? "" : " Kept \(kept.count): \(english.joined(separator: ", "))\(more)."
    return LocalizedText(
      vi:
        "gỡ \(removed) người, trả \(restored) người về như cũ, đưa \(left) người ra khỏi nhóm học, "
        + "gỡ \(removedClasses) lớp.\(keptVi)",
      en: "\(removed) people removed, \(restored) restored, \(left) taken out of the cohort, "
        + "\(removedClasses) classes removed.\(keptEn)")
  }
}
