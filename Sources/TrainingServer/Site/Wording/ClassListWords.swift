import QuizEngine

/// Bringing in a list of people, and taking it back.
struct ClassListWords: Sendable {
  let title = both("Nhập danh sách", "Import a list")
  let text = both(
    "Nhận tệp như trường đang có: dòng tên cột ở đâu cũng được, ngày sinh viết kiểu nào cũng được. Cần ít nhất họ và tên, lớp. Chưa ghi gì trước khi bạn xem và đồng ý.",
    "Files as schools have them: the headings may stand anywhere near the top, dates may be written any usual way. Name and class are needed. Nothing is written before you have looked and agreed."
  )
  let template = both("Tải tệp mẫu Excel", "Download a template for Excel")
  let templateCSV = both("Tải tệp mẫu CSV", "Download a template in CSV")
  let templateSheet = both("Danh sách", "List")
  let file = both("Tệp danh sách", "List file")
  let fileHint = both("Excel (.xlsx) hoặc CSV, tối đa 5 MB", "Excel (.xlsx) or CSV, up to 5 MB")
  let unit = both("Đơn vị", "Unit")
  let cohort = both("Thêm vào lớp", "Add to class")
  let noCohort = both("Không thêm vào lớp", "No class")
  let preview = both("Xem trước", "Preview")
  let previewTitle = both("Xem trước danh sách", "Preview of the list")
  let sheet = both("Trang tính", "Sheet")
  let readSheet = both("Đọc trang này", "Read this sheet")
  let sheetQuestion = both(
    "Sổ có nhiều trang tính giống danh sách. Hãy chọn trang cần nhập.",
    "Several sheets of the workbook look like a list. Choose the one to import.")
  let line = both("Dòng", "Line")
  let person = both("Họ và tên", "Full name")
  let code = both("Mã", "Code")
  let birthYear = both("Năm sinh", "Birth year")
  let className = both("Lớp", "Class")
  let willDo = both("Sẽ làm", "Effect")
  let willAdd = both("Thêm mới", "Add")
  let was = both("trước đây", "before")
  let willUpdate = both("Cập nhật", "Update")
  let willMove = both("Chuyển lớp", "Move")
  let unchanged = both("Giữ nguyên", "Unchanged")
  let notTaken = both("Chưa ghi", "Not written")
  let waits = both("Chờ bạn chọn", "Waits for you")
  let issues = both("Chỗ cần sửa trong tệp", "To correct in the file")
  let issuesText = both(
    "Các dòng này chưa nhập được. Sửa trong tệp rồi gửi lại, hoặc ghi trước các dòng đã đúng.",
    "These rows cannot be taken yet. Correct the file and send it again, or write the others first."
  )
  let unreadableText = both(
    "Chưa đọc được bảng này, nên chưa ghi gì. Sửa chỗ dưới đây rồi gửi lại tệp.",
    "This table cannot be read, so nothing was written. Correct what follows and send it again.")
  let notes = both("Đã hiểu tệp như sau", "How the file was understood")
  let newClasses = both("Lớp chưa có", "Classes that do not exist")
  let everyClass = both("Mọi lớp chưa có", "Every class that does not exist")
  let eachClass = both("Hỏi từng lớp", "Ask for each")
  let makeAll = both("Tạo tất cả", "Make all of them")
  let skipAll = both("Bỏ các dòng của chúng", "Leave their rows out")
  let choose = both("Chọn…", "Choose…")
  let twins = both("Có thể đã có trong danh sách", "May be known already")
  let everybody = both("Mọi trường hợp dưới đây", "All of these")
  let each = both("Hỏi từng người", "Ask for each")
  let allSame = both("Đều là cùng một người", "Each is the same person")
  let allDifferent = both("Đều là người khác", "Each is somebody else")
  let allLater = both("Để sau, chưa ghi", "Later, not written now")
  let different = both("Hai người khác nhau", "Two different people")
  let later = both("Để sau, chưa ghi dòng này", "Later, do not write this row")
  let review = both("Xem lại", "Look again")
  let unanswered = both(
    "Còn câu hỏi chưa chọn, nên chưa ghi gì.", "Some questions are open, so nothing was written.")
  let otherFile = both("Chọn tệp khác", "Choose another file")
  let answerFirst = both(
    "Hãy trả lời các câu hỏi bên dưới; trả lời xong mới ghi được.",
    "Answer the questions below; rows can be written after that.")
  let nothingToImport = both("Chưa có dòng nào để ghi.", "There is no row to write.")
  let doneTitle = both("Đã nhập danh sách", "The list is in")
  let makeCards = both("Tạo thẻ cho lớp", "Make cards for the class")
  let seeClass = both("Mở lớp", "Open the class")
  let waysOn = both("Việc tiếp theo", "What comes next")
  let waysOnText = both(
    "Có lớp rồi mới in được thẻ đăng nhập và theo dõi việc học.",
    "Sign-in cards and progress come with a class.")
  let makeClassFor = both("Tạo lớp", "Make the class")
  let undo = both("Hoàn tác cả lần nhập", "Undo the whole import")
  let undoText = both(
    "Hoàn tác được cho tới khi có việc dựa vào: ai đã đăng nhập, học bài hay vào thi thì được giữ lại.",
    "It can be undone until something depends on it: who has signed in, learned or taken part is kept."
  )
  let leaveAsIs = both("Không hoàn tác", "Leave it as it is")
  let nothingToUndo = both(
    "Không còn gì để hoàn tác.", "There is nothing left to undo.")
  let madeAt = both("Nhập lúc", "Brought in")
  let undoneTitle = both("Đã hoàn tác lần nhập", "The import is undone")
  let recent = both("Việc vừa làm", "Done recently")
  let kept = both("Được giữ lại", "Kept")
  let keptClasses = both("Lớp đang được dùng, giữ lại", "Classes in use, kept")
  let reason = both("Lý do", "Reason")

  let templateHeadings = [
    both("STT", "No"), both("Họ và tên", "Full name"), both("Ngày sinh", "Date of birth"),
    both("Lớp", "Class"), both("Mã học sinh", "Student code"), both("Ghi chú", "Notes"),
  ]
}

extension Said<ClassListWords> {
  func summary(
    added: Int, updated: Int, moved: Int, unchanged: Int, leftOut: Int
  ) -> String {
    let parts: [(count: Int, vi: String, en: String)] = [
      (added, "thêm mới", "added"), (updated, "cập nhật", "updated"),
      (moved, "chuyển lớp", "moved"),
      (unchanged, "giữ nguyên", "unchanged"), (leftOut, "chưa ghi", "not written"),
    ]
    let said = parts.filter { $0.count > 0 }.map { part in
      let count = language.number(part.count)
      return either("\(part.vi) \(count)", "\(count) \(part.en)")
    }
    let sentence = said.joined(separator: ", ") + "."
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  func write(_ ready: Int, keeping kept: Int) -> String {
    let number = language.number
    return kept == 0
      ? either("Ghi \(number(ready)) dòng", "Write \(rows(ready))")
      : either(
        "Ghi \(number(ready)) dòng, chưa ghi \(number(kept)) dòng",
        "Write \(rows(ready)), leave \(number(kept)) out")
  }

  private func rows(_ count: Int) -> String {
    count == 1 ? "1 row" : "\(language.number(count)) rows"
  }

  func classQuestion(_ name: String, _ rows: Int, line: Int) -> String {
    either(
      "“\(name)”: \(language.number(rows)) dòng, từ dòng \(line)",
      "“\(name)”: \(self.rows(rows)), from line \(line)")
  }

  func makeClass(_ name: String, in unit: String) -> String {
    either("Tạo lớp \(name) thuộc \(unit)", "Make class \(name) in \(unit)")
  }

  func skipRows(_ count: Int) -> String {
    either(
      "Bỏ \(language.number(count)) dòng này",
      count == 1 ? "Leave this row out" : "Leave these \(rows(count)) out")
  }

  func isClass(_ name: String) -> String { either("Là \(name)", "It is \(name)") }

  func isSame(_ who: String) -> String {
    either("Cùng một người: \(who)", "The same person: \(who)")
  }

  func moreRows(_ count: Int) -> String {
    either(
      "và \(language.number(count)) dòng nữa không hiện ở đây",
      "and \(rows(count)) more, not shown here")
  }

  func moreQuestions(_ count: Int) -> String {
    either(
      "và \(language.number(count)) câu nữa: chọn cho tất cả ở trên, hoặc chia nhỏ tệp.",
      "and \(language.number(count)) more: choose for all of them above, or split the file.")
  }

  func run(_ created: Int, _ changed: Int) -> String {
    either(
      "thêm \(language.number(created)), sửa \(language.number(changed))",
      "\(language.number(created)) added, \(language.number(changed)) changed")
  }

  func willUndo(_ undoing: ImportUndoing) -> String {
    let number = language.number
    let kept = undoing.kept.count
    return either(
      "Sẽ gỡ \(number(undoing.removed)) người, trả \(number(undoing.restored)) người về như cũ, đưa \(number(undoing.left)) người ra khỏi lớp đã thêm, gỡ các lớp còn trống. Giữ \(number(kept)) người.",
      "\(number(undoing.removed)) people will be removed, \(number(undoing.restored)) restored, \(number(undoing.left)) taken out of the class they were added to; classes left empty go too. \(number(kept)) people stay."
    )
  }

  func undone(_ undoing: ImportUndoing) -> String {
    let number = language.number
    return either(
      "Đã gỡ \(number(undoing.removed)) người, trả \(number(undoing.restored)) người về như cũ, đưa \(number(undoing.left)) người ra khỏi lớp đã thêm, gỡ \(number(undoing.removedClasses)) lớp. Giữ \(number(undoing.kept.count)) người.",
      "\(number(undoing.removed)) people removed, \(number(undoing.restored)) restored, \(number(undoing.left)) taken out of the class, \(number(undoing.removedClasses)) classes removed. \(number(undoing.kept.count)) people kept."
    )
  }
}
