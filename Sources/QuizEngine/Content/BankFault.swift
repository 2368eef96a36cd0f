/// What keeps a question from being taken into a bank.
enum BankFault {
  case noQuestions
  case noOwnID
  case kind(GIFTKind)
  case otherKind
  case tooManyOptions(Int)
  case otherCount(Int, Int)
  case otherKey
  case noWords
  case tooManyMarks
  case noTwin(String)
  case twinAlone
  case twinsUncounted(Int, Int)
  case noExplanation(String)
  case sameWithOtherKey(line: Int)

  var message: LocalizedText {
    switch self {
    case .noQuestions:
      LocalizedText(vi: "Tệp chưa có câu hỏi nào.", en: "The file has no question yet.")
    case .noOwnID:
      LocalizedText(
        vi: "Câu hỏi cần mã riêng trong dòng chú thích phía trên: // [id:ma-cau-hoi].",
        en: "The question needs its own id in a comment above it: // [id:question-id].")
    case .kind(let kind):
      LocalizedText(
        vi: "\(Self.name(kind).vietnamese): \(Self.taken.vietnamese)",
        en: "\(Self.name(kind).english): \(Self.taken.english)")
    case .noWords:
      LocalizedText(
        vi:
          "Sau khi bỏ mã HTML, chỗ này không còn chữ nào. Muốn hiện nguyên mã, hãy viết [plain] ở đầu.",
        en:
          "Without its HTML code nothing is left to read here. To show the code as text, write [plain] first."
      )
    case .tooManyMarks: StreamSafeText.complaint
    case .noExplanation(let id):
      LocalizedText(
        vi: "Câu “\(id)” chưa có lời giải thích (#### ở cuối).",
        en: "“\(id)” has no explanation (#### at its end).")
    case .tooManyOptions(let count):
      LocalizedText(
        vi: "Câu này có \(count) phương án; một câu có nhiều nhất 26 (a–z). Hãy bớt hoặc tách câu.",
        en: "This question has \(count) options; 26 (a–z) are the most. Take some away or split it."
      )
    case .sameWithOtherKey(let line):
      LocalizedText(
        vi: "Câu này trùng chữ với câu ở dòng \(line) nhưng khác đáp án. Hãy giữ một câu.",
        en:
          "This question has the words of the one in line \(line) but another key. Keep one of them."
      )
    default: twinMessage
    }
  }

  private var twinMessage: LocalizedText {
    switch self {
    case .otherKind:
      LocalizedText(
        vi: "Câu này khác dạng với bản tiếng Việt (một lựa chọn, nhiều lựa chọn, đúng/sai).",
        en:
          "This question is of another kind than the Vietnamese version (single, multiple, true/false)."
      )
    case .otherCount(let own, let other):
      LocalizedText(
        vi: "Câu này có \(other) phương án, bản tiếng Việt có \(own).",
        en: "This question has \(other) options, the Vietnamese version has \(own).")
    case .otherKey:
      LocalizedText(
        vi: "Đáp án hoặc trọng số khác với bản tiếng Việt.",
        en: "The key or a weight differs from the Vietnamese version.")
    case .noTwin(let id):
      LocalizedText(
        vi: "Thiếu bản tiếng Anh của câu “\(id)”.", en: "The English version of “\(id)” is missing."
      )
    case .twinsUncounted(let own, let other):
      LocalizedText(
        vi:
          "Tệp tiếng Việt có \(own) câu không có mã, tệp tiếng Anh có \(other), nên không ghép được. "
          + "Hãy ghi cùng mã ở hai tệp: // [id:ma-cau-hoi].",
        en:
          "The Vietnamese file has \(own) questions without an id, the English one \(other), so they "
          + "cannot be paired. Write the same ids in both: // [id:question-id].")
    default:
      LocalizedText(
        vi: "Câu hỏi này không có trong tệp tiếng Việt.",
        en: "This question is not in the Vietnamese file.")
    }
  }

  private static let taken = LocalizedText(
    vi: "cuộc thi chỉ nhận câu một lựa chọn, nhiều lựa chọn và đúng/sai.",
    en: "contests take single choice, multiple choice and true/false alone.")

  private static func name(_ kind: GIFTKind) -> LocalizedText {
    switch kind {
    case .description:
      LocalizedText(vi: "Đoạn chữ không có phần trả lời {…}", en: "A text without answers {…}")
    case .essay: LocalizedText(vi: "Câu tự luận", en: "An essay question")
    case .shortAnswer: LocalizedText(vi: "Câu trả lời ngắn", en: "A short-answer question")
    case .matching: LocalizedText(vi: "Câu ghép cặp", en: "A matching question")
    case .numerical: LocalizedText(vi: "Câu điền số", en: "A numerical question")
    case .trueFalse: LocalizedText(vi: "Câu đúng/sai", en: "A true/false question")
    case .choice: LocalizedText(vi: "Câu lựa chọn", en: "A choice question")
    }
  }
}
