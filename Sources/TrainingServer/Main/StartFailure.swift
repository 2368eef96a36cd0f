import QuizEngine

/// Why the server did not start, in words for whoever started it.
enum StartFailure {
  static func texts(of error: any Error) -> [LocalizedText] {
    switch error {
    case let error as ListenError: [error.message]
    case let error as StorageError: [error.text]
    case let refused as DemoCards.Refused: [refused.text]
    case let refusal as Refusal: [refusal.text]
    case let issues as SourceIssues: texts(of: issues)
    default:
      [
        LocalizedText(
          vi: "Không khởi động được máy chủ: \(error)", en: "The server could not start: \(error)")
      ]
    }
  }

  /// The first mistakes, each with file, line and column, and how many there are.
  private static func texts(of issues: SourceIssues) -> [LocalizedText] {
    let shown = issues.issues.prefix(20).map { issue in
      LocalizedText(vi: issue.text(.vietnamese), en: issue.text(.english))
    }
    let count = issues.issues.count
    return shown + [
      LocalizedText(
        vi: "Thư mục khóa học có \(count) lỗi; máy chủ chưa chạy. Hãy sửa rồi khởi động lại.",
        en: "The courses have \(count) mistakes; the server did not start. Correct and start again."
      )
    ]
  }
}
