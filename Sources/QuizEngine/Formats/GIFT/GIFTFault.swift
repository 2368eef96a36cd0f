/// What makes a question unreadable.
enum GIFTFault: Error {
  case notUTF8
  case tooManyMarks
  case unclosedBrace
  case unopenedBrace
  case secondBrace
  case unclosedTitle
  case textBeforeChoices
  case emptyChoice
  case pairWithoutArrow
  case badNumber(String)
  case badWeight

  var message: LocalizedText {
    switch self {
    case .notUTF8:
      LocalizedText(
        vi: "Tệp không ở dạng UTF-8 nên chưa đọc được câu nào. Hãy lưu lại ở dạng “UTF-8”.",
        en: "The file is not UTF-8, so no question was read. Save it as “UTF-8”.")
    case .tooManyMarks: StreamSafeText.complaint
    case .unclosedBrace:
      LocalizedText(
        vi: "Ngoặc { mở ở đây không được đóng trước dòng trống. Hãy thêm } hoặc xoá dòng trống; "
          + "nếu là chữ thì viết \\{.",
        en: "The { that opens here is not closed before the blank line. Add } or remove the blank "
          + "line; write \\{ when it is text.")
    case .unopenedBrace:
      LocalizedText(
        vi: "Có } mà không có { trước đó. Nếu là chữ thì viết \\}.",
        en: "There is a } without a { before it. Write \\} when it is text.")
    case .secondBrace:
      LocalizedText(
        vi:
          "Đã có ngoặc { khác trong cùng một câu. Giữa hai câu phải có dòng trống; nếu là chữ thì "
          + "viết \\{ hoặc \\}.",
        en: "There is another brace in the same question. Questions are parted by a blank line; "
          + "write \\{ or \\} when it is text.")
    case .unclosedTitle:
      LocalizedText(
        vi: "Tiêu đề bắt đầu bằng :: ở đây chưa được đóng bằng ::.",
        en: "The title that begins with :: here is not closed by ::.")
    default: answerMessage
    }
  }

  private var answerMessage: LocalizedText {
    switch self {
    case .textBeforeChoices:
      LocalizedText(
        vi: "Có chữ trước phương án đầu tiên. Mỗi phương án bắt đầu bằng = hoặc ~.",
        en: "There is text before the first answer. Every answer begins with = or ~.")
    case .emptyChoice:
      LocalizedText(
        vi:
          "Phương án này trống. Hãy viết nội dung sau = hoặc ~; nếu là chữ thì viết \\= hoặc \\~.",
        en: "This answer is empty. Write its text behind = or ~; as text write \\= or \\~.")
    case .pairWithoutArrow:
      LocalizedText(
        vi: "Mỗi dòng ghép cặp cần dạng =vế trái -> vế phải.",
        en: "Every matching line needs the form =left side -> right side.")
    case .badNumber(let text):
      LocalizedText(
        vi: "“\(text)” không phải là đáp số. Viết như 3.14, 3.14:0.01 hoặc 3.1..3.2, dấu thập phân "
          + "là dấu chấm.",
        en: "“\(text)” is no numeric answer. Write 3.14, 3.14:0.01 or 3.1..3.2 with a point.")
    default:
      LocalizedText(
        vi: "Trọng số phải là một số từ -100 đến 100 giữa hai dấu %, ví dụ %50%.",
        en: "A weight is a number from -100 to 100 between two %, such as %50%.")
    }
  }
}
