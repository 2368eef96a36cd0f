import QuizEngine

/// Files that organizers send in for a contest: rule sheets and banks.
struct UploadWords: Sendable {
  let preview = both("Xem trước", "Preview")
  let otherFile = both("Chọn tệp khác", "Choose another file")
  let issues = both("Chỗ cần sửa", "To correct")
  let contestTitle = both("Mở cuộc thi", "Open a contest")
  let contestText = both(
    "Gửi thể lệ và ngân hàng câu hỏi. Bạn xem trước mọi điều thí sinh sẽ thấy, rồi mới mở.",
    "Send the rule sheet and the question bank. You see everything contestants will see before you open it."
  )
  let sheet = both("Thể lệ", "Rule sheet")
  let sheetHint = both("Tệp JSON", "JSON file")
  let bank = both("Ngân hàng câu hỏi", "Question bank")
  let bankHint = both(
    "Tệp GIFT, có thể chọn nhiều tệp: tiếng Việt và bản tiếng Anh",
    "GIFT files; you may choose several: Vietnamese and English")
  let contestUnit = both("Đơn vị dự thi", "Entering unit")
  let contestUnitHint = both(
    "Người thuộc đơn vị này và các đơn vị bên dưới được dự thi.",
    "People of this unit and below may enter.")
  let contestPreview = both("Xem trước cuộc thi", "Preview of the contest")
  let bankCounts = both("Câu hỏi trong ngân hàng", "Questions in the bank")
  let bankRemarksTitle = both("Nên xem trong ngân hàng câu hỏi", "To look at in the question bank")
  let bankRemarks = both(
    "Ngân hàng vẫn dùng được. Hãy đọc các dòng dưới đây trước khi mở: có chỗ được bỏ qua hoặc còn thiếu.",
    "The bank can be used. Read these lines before you open: something was left out or is missing."
  )
  let openContest = both("Mở cuộc thi", "Open the contest")
  let openNote = both(
    "Mở xong, câu hỏi và thể lệ được ghim lại: sửa tệp sau này không đổi cuộc thi đang chạy.",
    "Once open, questions and rules are pinned: later edits of the files change nothing here.")
  let fileIssues = both("Chỗ cần sửa", "To correct")
  let cannotOpen = both(
    "Chưa mở được. Sửa các chỗ dưới đây rồi gửi lại.",
    "It cannot be opened yet. Correct what follows and send the files again.")
}
