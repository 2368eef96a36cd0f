/// Warnings about a bank's file: a reason that many questions share is told once, with their lines.
struct BankNotes {
  /// A reason that holds for many questions.
  enum Reason: Hashable {
    case madeID
    case noExplanation
    case loss(RichTextLoss)
  }

  private var single: [SourceIssue] = []
  private var shared: [(reason: Reason, places: [SourceLocation])] = []

  mutating func add(_ location: SourceLocation, _ message: LocalizedText) {
    single.append(SourceIssue(location, message))
  }

  mutating func add(_ reason: Reason, at location: SourceLocation) {
    let index =
      shared.firstIndex { $0.reason == reason }
      ?? {
        shared.append((reason, []))
        return shared.count - 1
      }()
    // Several texts of one question count once.
    if shared[index].places.last != location { shared[index].places.append(location) }
  }

  /// All of them, in the order of the files.
  var issues: [SourceIssue] {
    let told = shared.compactMap { reason, places in
      places.first.map { SourceIssue($0, Self.message(reason, places)) }
    }
    return (single + told).enumerated().sorted { left, right in
      (left.element.location.line, left.element.location.column, left.offset)
        < (right.element.location.line, right.element.location.column, right.offset)
    }.map(\.element)
  }

  private static func message(_ reason: Reason, _ places: [SourceLocation]) -> LocalizedText {
    let lines = places.prefix(12).map { String($0.line) }.joined(separator: ", ")
    let more = places.count > 12 ? ", …" : ""
    let (vi, en) = words(reason)
    return LocalizedText(
      vi: "\(places.count) câu \(vi) Dòng \(lines)\(more).",
      en: "\(places.count) \(places.count == 1 ? "question" : "questions") \(en) "
        + "\(places.count == 1 ? "Line" : "Lines") \(lines)\(more).")
  }

  private static func words(_ reason: Reason) -> (vi: String, en: String) {
    switch reason {
    case .madeID:
      (
        "chưa có mã [id:…], nên mã được tạo từ nội dung: nhập lại tệp này vẫn là câu cũ, sửa chữ thì thành câu mới.",
        "without [id:…]: ids are made from the content. The same file gives the same questions; other words make another question."
      )
    case .noExplanation:
      (
        "chưa có lời giải thích (#### ở cuối); học sinh sẽ chỉ thấy đáp án.",
        "without an explanation (#### at the end); pupils will see the key alone."
      )
    case .loss(let loss): words(loss)
    }
  }

  private static func words(_ loss: RichTextLoss) -> (vi: String, en: String) {
    switch loss {
    case .script:
      (
        "có mã hoặc kiểu dáng HTML (script, style …), phần đó đã được bỏ. Muốn hiện nguyên chữ, hãy viết [plain] ở đầu.",
        "with HTML code or styles (script, style …), which were left out. To show them as text, write [plain] first."
      )
    case .picture:
      (
        "có hình; chỉ giữ chữ mô tả hình.", "with pictures; only their descriptions are kept."
      )
    case .media:
      (
        "có phim, âm thanh hoặc trang nhúng, phần đó đã được bỏ.",
        "with video, sound or embedded pages, which were left out."
      )
    case .address:
      (
        "có liên kết không dẫn đến http, https, mailto hay tel; chữ được giữ, liên kết được bỏ.",
        "with links that do not lead to http, https, mailto or tel; the words stay, the links go."
      )
    case .formula:
      (
        "có công thức MathML, phần đó đã được bỏ. Hãy viết công thức bằng TeX: \\\\(…\\\\).",
        "with MathML formulas, which were left out. Write formulas in TeX: \\\\(…\\\\)."
      )
    }
  }
}
