import QuizEngine

/// The first page after signing in.
struct HomeWords: Sendable {
  let next = both("Việc tiếp theo", "Next")
  let later = both("Sau đó", "After that")
  let done = both("Đã xong", "Done")
  let allDone = both("Em đã xong mọi việc được giao", "Everything assigned to you is done")
  let allDoneStaff = both("Không có việc nào đang chờ", "Nothing is waiting for you")
  let allDoneText = both(
    "Khi có bài học hay cuộc thi mới, trang này sẽ báo.",
    "New lessons and contests will appear here.")
  let browse = both("Xem các khóa học", "See the courses")
  let until = both("Hạn", "Due")
  let closes = both("Đóng lúc", "Closes")
  let publishes = both("Công bố lúc", "Published at")
  let opens = both("Mở lúc", "Opens")
  let timeEnds = both("Hết giờ lúc", "Time ends at")

  let attemptRunning = both("Bài thi đang làm dở", "An attempt is running")
  let contestOpen = both("Cuộc thi đang diễn ra", "Contest running")
  let contestSoon = both("Cuộc thi sắp diễn ra", "Contest coming up")
  let resultReady = both("Đã có kết quả", "Result ready")
  let lesson = both("Bài học", "Lesson")
  let finalTest = both("Bài kiểm tra cuối khóa", "Final test")
  let certificate = both("Giấy chứng nhận", "Certificate")
  let cohort = both("Lớp {em} phụ trách", "Your class")
  let watch = both("Cuộc thi bạn tổ chức", "A contest you run")
  let publish = both("Chờ công bố kết quả", "Results waiting to be published")

  let goOn = both("Làm tiếp", "Go on")
  let enterContest = both("Vào thi", "Enter")
  let look = both("Xem", "Open")
  let learn = both("Học tiếp", "Go on learning")
  let takeTest = both("Làm bài kiểm tra", "Take the test")
}

extension Said<HomeWords> {
  func greeting(_ name: String, atHour hour: Int) -> String {
    switch hour {
    case 4..<11: either("Chào buổi sáng, \(name)", "Good morning, \(name)")
    case 11..<13: either("Chào buổi trưa, \(name)", "Hello, \(name)")
    case 13..<18: either("Chào buổi chiều, \(name)", "Good afternoon, \(name)")
    default: either("Chào buổi tối, \(name)", "Good evening, \(name)")
    }
  }

  func left(_ span: String) -> String { either("còn \(span)", "\(span) left") }

  func share(_ done: Int, _ total: Int) -> String {
    either(
      "\(language.number(done)) trên \(language.number(total)) đã xong",
      "\(language.number(done)) of \(language.number(total)) done")
  }
}
