/// Every command there is.
package enum OperationCatalogue {
  package static let all: [OperationSpec] =
    UnitOperations.specs + PersonOperations.specs + CohortOperations.specs
    + CourseOperations.specs + LawOperations.specs + BankOperations.specs
    + ContestOperations.specs + AttemptOperations.specs + CertificateOperations.specs
    + ReportOperations.specs + DataOperations.specs + WatchOperations.specs

  /// The nouns in the order of the help.
  package static var nouns: [String] {
    var nouns: [String] = []
    for spec in all where nouns.last != spec.noun { nouns.append(spec.noun) }
    return nouns
  }

  package static func specs(of noun: String) -> [OperationSpec] {
    all.filter { $0.noun == noun }
  }

  package static func find(_ noun: String, _ verb: String) -> OperationSpec? {
    all.first { $0.noun == noun && $0.verb == verb }
  }

  /// What a noun stands for.
  package static func title(of noun: String) -> LocalizedText {
    switch noun {
    case "unit": LocalizedText(vi: "đơn vị", en: "units")
    case "person": LocalizedText(vi: "người học và cán bộ", en: "people")
    case "cohort": LocalizedText(vi: "lớp bồi dưỡng, nhóm học", en: "cohorts")
    case "course": LocalizedText(vi: "khóa học", en: "courses")
    case "law": LocalizedText(vi: "sổ quy định pháp luật", en: "the law registry")
    case "bank": LocalizedText(vi: "ngân hàng câu hỏi", en: "question banks")
    case "contest": LocalizedText(vi: "cuộc thi", en: "contests")
    case "attempt": LocalizedText(vi: "lượt thi", en: "attempts")
    case "certificate": LocalizedText(vi: "giấy chứng nhận", en: "certificates")
    case "report": LocalizedText(vi: "báo cáo", en: "reports")
    case "data": LocalizedText(vi: "thư mục dữ liệu", en: "the data folder")
    default: LocalizedText(vi: noun, en: noun)
    }
  }
}

extension Engine {
  /// Does one command; the same for the server's control socket and for `trainctl` itself.
  ///
  /// - Throws: whatever the use case throws, or `Misuse`; `OperationFailure` puts it in words.
  package func perform(
    _ operation: Operation, by actor: Actor, at instant: Instant
  ) throws -> OperationOutcome {
    guard let spec = OperationCatalogue.find(operation.noun, operation.verb) else {
      throw Misuse(
        vi: "Không có lệnh “\(operation.noun) \(operation.verb)”.",
        en: "There is no command “\(operation.noun) \(operation.verb)”.")
    }
    switch spec.work {
    case .content(let work): return try work(operation, catalogue.files?.root ?? "", instant)
    case .data(let work), .live(let work): return try work(self, operation, actor, instant)
    case .folder: throw OperationFailure.serverRuns
    case .examination:
      throw Misuse(
        vi: "Lệnh này do trainctl tự làm.", en: "trainctl does this command by itself.")
    }
  }
}
