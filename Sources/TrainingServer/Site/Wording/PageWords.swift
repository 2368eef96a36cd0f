import QuizEngine

/// What stands around every page.
struct PageWords: Sendable {
  let siteName = both("Học luật an ninh mạng", "Cybersecurity law at school")
  let skip = both("Tới nội dung chính", "Skip to main content")
  let mainMenu = both("Mục chính", "Main menu")
  let home = both("Trang chủ", "Home")
  let courses = both("Khóa học", "Courses")
  let contests = both("Cuộc thi", "Contests")
  let cohorts = both("Lớp", "Classes")
  let manage = both("Tổ chức", "Organize")
  let audit = both("Nhật ký", "Audit log")
  let signIn = both("Đăng nhập", "Sign in")
  let account = both("Tài khoản", "Account")
  let languages = both("Ngôn ngữ", "Language")
  let help = both("Tìm giúp đỡ", "Getting help")
  let verify = both("Tra cứu giấy chứng nhận", "Check a certificate")
  let needHelp = both("Cần giúp đỡ?", "Need help?")
  let childLine = both("Tổng đài bảo vệ trẻ em", "Child protection hotline")
  let police = both("Công an", "Police")
  let adultForPupils = both(
    "hoặc nói với thầy cô, cha mẹ, người lớn mà em tin cậy",
    "or tell a teacher, a parent or another adult you trust")
  let adultForStaff = both(
    "hoặc nói với người có trách nhiệm ở trường", "or tell the person in charge at school")
  let close = both("Đóng", "Close")
  let print = both("In trang này", "Print this page")
  let errorTitle = both("Lỗi:", "Error:")
  let openLaw = both("Mở trang căn cứ pháp luật", "Open the page of this law")
  let loading = both("Đang tải…", "Loading…")
  let offline = both(
    "Không có mạng. Đây là bản đã lưu trên máy này.",
    "No network. This is the copy kept on this device.")
  let optional = both("không bắt buộc", "optional")
}

extension Said<PageWords> {
  /// The heading over what is wrong: how much, and where.
  func toCorrect(_ count: Int, in place: String?) -> String {
    let many = either(
      "\(count) chỗ cần sửa", count == 1 ? "1 thing to correct" : "\(count) things to correct")
    return place.map { either("\(many) trong mục “\($0)”", "\(many) in “\($0)”") } ?? many
  }
}

/// What a person's roles are called.
struct RoleWords: Sendable {
  let student = both("Học sinh", "Pupil")
  let teacher = both("Giáo viên", "Teacher")
  let organizer = both("Ban Tổ chức", "Organizer")
  let admin = both("Quản trị hệ thống", "System administrator")
  let auditor = both("Kiểm tra, giám sát", "Auditor")
}

extension Said<RoleWords> {
  func name(_ role: Role) -> String {
    switch role {
    case .student: self.student
    case .teacher: self.teacher
    case .organizer: self.organizer
    case .admin: self.admin
    case .auditor: self.auditor
    }
  }
}
