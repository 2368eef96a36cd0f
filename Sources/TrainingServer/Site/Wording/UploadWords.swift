import QuizEngine

/// Files that organizers send in: lists of people, rule sheets and banks.
struct UploadWords: Sendable {
  let importTitle = both("Nhập danh sách", "Import a list")
  let importText = both(
    "Tệp CSV (UTF-8), dòng đầu là tên cột: họ và tên, mã, năm sinh, đơn vị. Chưa ghi gì trước khi bạn xem và đồng ý.",
    "A CSV file (UTF-8) whose first line names the columns: name, code, birth year, unit. Nothing is written before you have looked and agreed."
  )
  let file = both("Tệp danh sách", "List file")
  let fileHint = both("CSV, tối đa 5 MB", "CSV, up to 5 MB")
  let unit = both("Đơn vị", "Unit")
  let cohort = both("Thêm vào lớp", "Add to class")
  let noCohort = both("Không thêm vào lớp", "No class")
  let preview = both("Xem trước", "Preview")
  let previewTitle = both("Xem trước danh sách", "Preview of the list")
  let line = both("Dòng", "Line")
  let person = both("Họ và tên", "Full name")
  let code = both("Mã", "Code")
  let birthYear = both("Năm sinh", "Birth year")
  let willDo = both("Sẽ làm", "Effect")
  let willAdd = both("Thêm mới", "Add")
  let willUpdate = both("Cập nhật", "Update")
  let unchanged = both("Giữ nguyên", "Unchanged")
  let notTaken = both("Bỏ qua", "Left out")
  let issues = both("Chỗ cần sửa trong tệp", "To correct in the file")
  let issuesText = both(
    "Tệp được nhập cả hoặc không nhập gì. Sửa các chỗ này rồi xem trước lại.",
    "A file is imported whole or not at all. Correct these places and preview again.")
  let importNow = both("Nhập danh sách", "Import the list")
  let otherFile = both("Chọn tệp khác", "Choose another file")
  let nothingToImport = both(
    "Chưa nhập được dòng nào.", "Nothing can be imported yet.")
  let doneTitle = both("Đã nhập danh sách", "The list is in")
  let makeCards = both("Tạo thẻ cho lớp", "Make cards for the class")
  let seeClass = both("Mở lớp", "Open the class")

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

extension Said<UploadWords> {
  func summary(added: Int, updated: Int, unchanged: Int, leftOut: Int) -> String {
    let number = language.number
    return either(
      "Thêm mới \(number(added)), cập nhật \(number(updated)), giữ nguyên \(number(unchanged)), bỏ qua \(number(leftOut)).",
      "\(number(added)) added, \(number(updated)) updated, \(number(unchanged)) unchanged, \(number(leftOut)) left out."
    )
  }

  func moreRows(_ count: Int) -> String {
    either("và \(language.number(count)) dòng nữa", "and \(language.number(count)) more lines")
  }
}
