import QuizEngine

/// Classes and their papers, for teachers and organizers.
struct StaffWords: Sendable {
  let cohortsTitle = both("Lớp", "Classes")
  let cohortsText = both(
    "Mỗi dòng là một lớp, với số người đã hoàn thành và hạn.",
    "One line per class: how many have completed, and the due date.")
  let noCohorts = both("Chưa có lớp nào", "No classes yet")
  let noCohortsText = both(
    "Lớp hiện ở đây khi Ban Tổ chức tạo lớp và gắn thầy/cô phụ trách.",
    "Classes appear when the organizers create them and name you as the teacher.")
  let name = both("Tên lớp", "Class")
  let unit = both("Đơn vị", "Unit")
  let course = both("Khóa học", "Course")
  let due = both("Hạn", "Due")
  let members = both("Số người", "Members")
  let started = both("Đã bắt đầu", "Started")
  let finished = both("Học xong các bài", "Lessons done")
  let passed = both("Hoàn thành", "Completed")
  let notStarted = both("Chưa bắt đầu", "Not started")
  let inProgress = both("Đang học", "In progress")
  let everybody = both("Tất cả", "Everybody")
  let className = both("Lớp", "Class")
  let allClasses = both("Mọi lớp", "All classes")
  let search = both("Tìm tên hoặc mã", "Find a name or code")
  let searchHint = both("Gõ không dấu cũng được.", "Marks may be left out.")
  let show = both("Lọc", "Show")
  let newCard = both("Thẻ mới", "New card")
  let contestsOfClass = both("Cuộc thi của lớp", "Contests of the class")
  let showOnly = both("Lọc theo", "Show")
  let orderBy = both("Sắp xếp theo", "Order by")
  let byName = both("Tên", "Name")
  let byProgress = both("Tiến độ", "Progress")
  let byActivity = both("Lần học cuối", "Last activity")
  let person = both("Họ và tên", "Full name")
  let code = both("Mã", "Code")
  let state = both("Trạng thái", "State")
  let lessons = both("Bài đã học", "Lessons")
  let testScore = both("Kiểm tra", "Test")
  let lastActivity = both("Lần học cuối", "Last activity")
  let never = both("Chưa học", "Never")
  let noMatch = both("Không có ai trong bộ lọc này", "Nobody matches this filter")
  let noMatchText = both(
    "Bỏ bớt điều kiện lọc, hoặc chọn “Tất cả”.", "Take a filter away, or choose “Everybody”.")
  let emptyClass = both("Lớp chưa có ai", "The class is empty")
  let emptyClassText = both(
    "Nhập danh sách, hoặc lấy học sinh đã có của đơn vị.",
    "Import a list, or take the pupils whom the unit has already.")
  let emptyClassByList = both(
    "Nhập danh sách để thêm người vào lớp.", "Import a list to add people to the class.")
  let emptyClassForTeacher = both(
    "Hãy gửi danh sách lớp cho Ban Tổ chức.", "Send the class list to the organizers.")
  let importForClass = both("Nhập danh sách vào lớp này", "Import a list into this class")
  let printTable = both("In bảng này", "Print this table")
  let completionRate = both("Tỷ lệ hoàn thành", "Completion rate")

  let manageTitle = both("Tổ chức", "Organize")
  let contests = both("Cuộc thi", "Contests")
  let newContest = both("Mở cuộc thi", "Open a contest")
  let noContests = both("Chưa có cuộc thi nào", "No contests yet")
  let noContestsText = both(
    "Mở cuộc thi từ thể lệ và ngân hàng câu hỏi của bạn.",
    "Open one from your rule sheet and question bank.")
  let classes = both("Lớp", "Classes")
  let newClass = both("Tạo lớp", "New class")
  let importPeople = both("Nhập danh sách", "Import a list")
  let auditLog = both("Nhật ký hệ thống", "Audit log")
  let cards = both("Thẻ", "Cards")
  let certificates = both("Giấy chứng nhận", "Certificates")
  let actions = both("Việc", "Actions")
  let submittedShort = both("Đã nộp", "Submitted")

  let newClassTitle = both("Tạo lớp", "New class")
  let classNameHint = both(
    "Ví dụ: 7A hoặc Bồi dưỡng đợt 1 năm 2026", "For example: 7A, or Intake 1 of 2026")
  let unitHint = both(
    "Lớp nhận người thuộc đơn vị này và các đơn vị bên dưới.",
    "People of this unit and those below it can join.")
  let intake = both("Người trong lớp", "People of the class")
  let intakeHint = both(
    "Lấy người đã có trong danh sách của đơn vị; có thể thêm sau.",
    "Taken from those the unit's list has already; more can be added later.")
  let allPupils = both("Mọi học sinh của đơn vị", "All pupils of the unit")
  let allStaff = both("Mọi giáo viên, nhân viên của đơn vị", "All staff of the unit")
  let nobodyYet = both("Chưa có ai, thêm sau bằng danh sách", "Nobody yet; a list comes later")
  let noCourse = both("Không gắn khóa học", "No course")
  let dueHint = both("Giờ Việt Nam. Để trống nếu không có hạn.", "Viet Nam time. Empty for none.")
  let createClass = both("Tạo lớp", "Create the class")

  let papersTitle = both("Giấy chứng nhận của lớp", "Certificates of the class")
  let issueAll = both("Cấp giấy chứng nhận", "Issue the certificates")
  let issueChosen = both("Cấp lại cho người được chọn", "Issue to those chosen")
  let issueAgain = both(
    "Giấy đã bị thu hồi: chỉ cấp lại cho người được đánh dấu",
    "Their certificate was withdrawn: a new one only for those ticked")
  let whoWaits = both("Xem tên", "Show the names")
  let issued = both("Đã cấp", "Issued")
  let serial = both("Số hiệu", "Paper code")
  let withdraw = both("Thu hồi", "Withdraw")
  let withdrawReason = both("Lý do nội bộ", "Internal reason")
  let withdrawReasonHint = both(
    "Chỉ ghi trong sổ cấp giấy, không bao giờ công khai.",
    "Kept in the register only, never public.")
  let withdrawPublicReason = both(
    "Lý do công khai (không bắt buộc)", "Public reason (optional)")
  let withdrawPublicHint = both(
    "Ai tra cứu mã này cũng đọc được. Đừng ghi tên hay chuyện riêng của học viên.",
    "Anybody who checks this code can read it. Name nobody and nothing private.")
  let withdrawn = both("Đã thu hồi", "Withdrawn")
  let noPapers = both("Chưa cấp giấy nào", "None issued yet")
  let noPapersText = both(
    "Giấy được cấp cho người đã hoàn thành khóa học.",
    "Papers are issued to those who have completed the course.")

  let auditTitle = both("Nhật ký hệ thống", "Audit log")
  let auditText = both(
    "Ai đã làm gì, mới nhất ở trên. Nhật ký không sửa, không xóa được.",
    "Who did what, newest first. The log cannot be edited or deleted.")
  let auditEmpty = both("Nhật ký còn trống", "The log is empty")
  let auditEmptyText = both(
    "Mỗi việc quản trị sẽ được ghi một dòng.", "Every administrative act becomes a line.")
  let when = both("Lúc", "When")
  let who = both("Ai", "Who")
  let what = both("Việc", "Act")
  let onWhat = both("Trên", "On")
}

extension Said<StaffWords> {
  func state(_ state: LearnerState) -> String {
    switch state {
    case .notStarted: self.notStarted
    case .started: self.inProgress
    case .finished: self.finished
    case .passed: self.passed
    }
  }

  func order(_ order: CohortOrder) -> String {
    switch order {
    case .name: self.byName
    case .progress: self.byProgress
    case .activity: self.byActivity
    }
  }

  func completed(_ done: Int, _ total: Int) -> String {
    either(
      "\(language.number(done)) trên \(language.number(total)) người hoàn thành (\(language.percent(done, of: total)))",
      "\(language.number(done)) of \(language.number(total)) completed (\(language.percent(done, of: total)))"
    )
  }

  func takeIn(_ count: Int) -> String {
    let counted = language.number(count)
    return either(
      "Thêm \(counted) học sinh của đơn vị vào lớp",
      count == 1
        ? "Add 1 pupil of the unit to the class" : "Add \(counted) pupils of the unit to the class")
  }

  func andMore(_ count: Int) -> String {
    either("và \(count) người nữa", "and \(count) more")
  }

  func waitingForPaper(_ count: Int) -> String {
    either(
      "\(count) người đã hoàn thành và chưa có giấy.",
      count == 1
        ? "1 person has completed without a paper." : "\(count) have completed without a paper.")
  }

  /// The marks of the reader's own country, so that Excel there opens the file right.
  var csvNote: String {
    either(
      "Tệp CSV dùng dấu chấm phẩy giữa các ô và dấu phẩy thập phân (7,5) như Excel ở Việt Nam.",
      "CSV files have commas between cells and decimal points (7.5), as Excel in English expects.")
  }

  func export(_ format: ExportFormat) -> String {
    either("Tải \(format.rawValue.uppercased())", "Download \(format.rawValue.uppercased())")
  }
}
