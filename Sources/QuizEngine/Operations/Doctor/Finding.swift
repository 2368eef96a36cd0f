/// One thing that the doctor looked at.
package struct Finding: Hashable, Sendable {
  /// How good it is, the best first.
  package enum Verdict: String, CaseIterable, Sendable {
    case good
    /// To know, nothing to do.
    case note
    /// Works, but should be bettered.
    case warning
    /// Must be corrected before the server is relied on.
    case wrong

    var mark: String {
      switch self {
      case .good: "✓"
      case .note: "·"
      case .warning: "!"
      case .wrong: "✗"
      }
    }

    var word: LocalizedText {
      switch self {
      case .good: LocalizedText(vi: "tốt", en: "good")
      case .note: LocalizedText(vi: "để biết", en: "note")
      case .warning: LocalizedText(vi: "nên sửa", en: "warning")
      case .wrong: LocalizedText(vi: "phải sửa", en: "wrong")
      }
    }
  }

  package let verdict: Verdict
  /// What was looked at, for programs.
  package let key: String
  package let said: LocalizedText
  /// What to do about it; nothing where all is well.
  package let advice: LocalizedText?

  init(
    _ verdict: Verdict, _ key: String, vi: String, en: String, advice: LocalizedText? = nil
  ) {
    (self.verdict, self.key) = (verdict, key)
    self.advice = verdict == .good ? nil : advice
    said = LocalizedText(vi: vi, en: en)
  }

  /// As people read it: the finding, and below it what to do.
  func text(_ language: Language) -> String {
    let line = "\(verdict.mark) \(said[language])\n"
    guard let advice else { return line }
    return line + "    → \(advice[language])\n"
  }
}

extension OperationOutcome {
  /// Findings as a table for programs, as lines for people; a failure when one is wrong.
  init(findings: [Finding]) {
    self.init(
      table: Table(
        columns: [
          .init("verdict", vi: "Kết luận", en: "Verdict"),
          .init("subject", vi: "Mục", en: "Subject"),
          .init("finding", vi: "Nhận xét", en: "Finding"),
          .init("advice", vi: "Cần làm", en: "What to do"),
        ],
        rows: findings.map { finding in
          [
            .term(finding.verdict.rawValue, finding.verdict.word), .text(finding.key),
            .term(finding.said.english, finding.said),
            finding.advice.map { .term($0.english, $0) } ?? .none,
          ]
        }))
    prose = LocalizedText(
      vi: findings.map { $0.text(.vietnamese) }.joined(),
      en: findings.map { $0.text(.english) }.joined())
    let count = findings.count { $0.verdict == .wrong }
    guard count > 0 else { return }
    failure = LocalizedText(
      vi: "Có \(count) chỗ phải sửa.",
      en: count == 1 ? "One thing must be corrected." : "\(count) things must be corrected.")
  }
}
