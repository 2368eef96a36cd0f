/// Why an operation was not done, in the words for the person at the terminal.
package struct OperationFailure: Error, Hashable, Sendable {
  package let kind: Kind
  package let text: LocalizedText
  /// Everything wrong in the files given.
  package let issues: [SourceIssue]

  /// What kind of "no" it is.
  package enum Kind: String, CaseIterable, Sendable {
    case refused
    case source
    case storage
    case misuse
  }

  package init(_ kind: Kind, _ text: LocalizedText, issues: [SourceIssue] = []) {
    self.kind = kind
    self.text = text
    self.issues = issues
  }

  /// The command needs the data folder for itself.
  package static let serverRuns = OperationFailure(
    .refused,
    LocalizedText(
      vi: "Máy chủ đang chạy với thư mục dữ liệu này. Chưa làm gì; hãy dừng máy chủ rồi gõ lại "
        + "lệnh.",
      en: "A server runs on this data folder. Nothing was done; stop the server, then type the "
        + "command again."))

  /// Any error that the engine throws.
  package init(_ error: any Error) {
    switch error {
    case let failure as OperationFailure: self = failure
    case let misuse as Misuse: self.init(.misuse, misuse.text)
    case let refusal as Refusal: self.init(.refused, refusal.text)
    case let issues as SourceIssues: self.init(issues: issues.issues)
    case let issue as SourceIssue: self.init(issues: [issue])
    case let storage as StorageError: self.init(.storage, storage.text)
    case let chain as BrokenChain: self.init(.refused, chain.text)
    case let password as PasswordRefusal: self.init(.refused, password.message)
    default:
      self.init(
        .storage,
        LocalizedText(
          vi: "Lỗi của chương trình: \(error). Hãy báo cho người phát triển.",
          en: "A fault of the program: \(error). Tell its developers."))
    }
  }

  private init(issues: [SourceIssue]) {
    self.init(
      .source,
      LocalizedText(
        vi: "Có \(issues.count) chỗ cần sửa trong tệp. Chưa có gì được ghi.",
        en: "\(issues.count) places in the files need correcting. Nothing was written."),
      issues: issues)
  }
}

extension BrokenChain {
  /// Which link does not fit.
  package var text: LocalizedText {
    LocalizedText(
      vi: "Chuỗi bước bị đứt từ bước \(sequence): dữ liệu đã bị sửa hoặc thiếu.",
      en: "The chain breaks at step \(sequence): data was changed or is missing.")
  }
}
