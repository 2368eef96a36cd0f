import QuizEngine

/// Courses, lessons and checkpoints.
struct LearningWords: Sendable {
  let coursesTitle = both("Khóa học", "Courses")
  let coursesText = both(
    "Mỗi khóa gồm các bài ngắn. Học lúc nào cũng được, tiến độ được giữ lại.",
    "Each course has short lessons. Learn at any time; your progress is kept.")
  let noCourses = both("Chưa có khóa học nào", "No courses yet")
  let noCoursesText = both(
    "Khi nhà trường mở khóa học, khóa sẽ hiện ở đây.",
    "When your school opens a course, it appears here.")
  let continueCourse = both("Học tiếp", "Go on")
  let beginCourse = both("Bắt đầu học", "Begin")
  let courseDone = both("Đã hoàn thành", "Completed")
  let nextLesson = both("Bài tiếp theo", "Next lesson")
  let lessonDone = both("Đã học", "Done")
  let lessonNext = both("Học bài này", "Next")
  let finalTest = both("Bài kiểm tra cuối khóa", "Final test")
  let startTest = both("Bắt đầu làm bài", "Start the test")
  let resumeTest = both("Làm tiếp bài đang dở", "Go on with the test")
  let testPassed = both("Đạt", "Passed")
  let testFailed = both("Chưa đạt", "Not passed")
  let seeCertificate = both("Xem giấy chứng nhận", "See the certificate")
  let claimCertificate = both("Nhận giấy chứng nhận", "Get the certificate")
  let noResits = both(
    "Đã hết lượt làm lại. Hãy liên hệ người phụ trách lớp bồi dưỡng.",
    "No attempts left. Please contact the person in charge of the class.")

  let lawsOfLesson = both("Căn cứ pháp luật của bài", "The law behind this lesson")
  let checkpoint = both("Em hiểu bài chưa?", "Check yourself")
  let checkpointStaff = both("Câu hỏi củng cố", "Check yourself")
  let checkpointText = both(
    "Trả lời xong sẽ biết ngay đúng hay sai và vì sao. Làm lại bao nhiêu lần cũng được.",
    "You see at once what is right and why. Try as often as you like.")
  let choicesKept = both(
    "Những câu đã chọn vẫn giữ nguyên.", "What was chosen is still there.")
  let practiceBefore = both(
    "Em chưa đăng nhập: vẫn làm và xem được đáp án ngay, nhưng kết quả không được lưu.",
    "You are not signed in: you can answer and see at once what is right, but nothing is kept.")
  let practiceAfter = both(
    "Em chưa đăng nhập nên kết quả này không được lưu.",
    "You are not signed in, so this result is not kept.")
  let signInToKeep = both(
    "Đăng nhập để lưu tiến độ, xong sẽ quay lại bài này.",
    "Sign in to keep your progress; you come back to this lesson.")
  let checkAnswers = both("Xem mình đúng mấy câu", "Check my answers")
  let recognised = both("Đã ghi nhận trước đây", "Recognised earlier")
  let askedAgain = both(
    "Xem vì sao ở dưới. Câu chưa đúng sẽ được hỏi lại, câu đúng rồi thì thôi.",
    "See why below. What was wrong is asked again; what was right is not.")
  let onlyWrong = both(
    "Dưới đây là những câu chưa đúng. Làm lại bao nhiêu lần cũng được.",
    "Here are the questions that were not right yet. Try as often as you like.")
  let tryAgain = both("Làm lại", "Try again")
  let right = both("Đúng rồi", "Right")
  let notYet = both("Chưa đúng", "Not yet")
  let rightAnswer = both("Đáp án đúng", "Right answer")
  let ownAnswer = both("Đã chọn", "Your choice")
  let chooseOne = both("Chọn một đáp án", "Choose one answer")
  let chooseSeveral = both("Chọn tất cả đáp án đúng", "Choose all that are right")
  let completed = both("Em đã học xong bài này", "You have finished this lesson")
  let completedStaff = both("Thầy/cô đã học xong bài này", "You have finished this lesson")
  let backToCourse = both("Về khóa học", "Back to the course")
  let previousLesson = both("Bài trước", "Previous lesson")
}

extension LearningWords {
  /// What stands at a question that was left open, and in the summary.
  func missing(_ number: Int) -> LocalizedText {
    both("Câu \(number) chưa chọn đáp án.", "Question \(number) has no answer yet.")
  }
}

extension Said<LearningWords> {
  func lessonOf(_ index: Int, _ count: Int) -> String {
    either("Bài \(index) trên \(count)", "Lesson \(index) of \(count)")
  }

  func minutes(_ count: Int) -> String { either("\(count) phút", "\(count) min") }

  func lessons(_ count: Int) -> String {
    either("\(count) bài", count == 1 ? "1 lesson" : "\(count) lessons")
  }

  func periods(_ count: Int) -> String {
    either("\(count) tiết", count == 1 ? "1 period" : "\(count) periods")
  }

  func credited(_ count: Int) -> String {
    either("Đã ghi nhận \(periods(count))", "\(periods(count)) credited")
  }

  func grades(_ grades: String) -> String { either("Lớp \(grades)", "Grades \(grades)") }

  func lessonsDone(_ done: Int, _ total: Int) -> String {
    either("Đã học \(done) trên \(total) bài", "\(done) of \(total) lessons done")
  }

  func checkpointScore(_ right: Int, _ asked: Int) -> String {
    either("Đúng \(right) trên \(asked) câu", "\(right) of \(asked) right")
  }

  /// Below the heading of a checkpoint.
  func passesFrom(_ mark: Int, _ asked: Int) -> String {
    either(
      "Đạt khi đúng ít nhất \(mark) trên \(asked) câu.",
      "Passed with at least \(mark) of \(asked) right.")
  }

  func needed(_ mark: Int) -> String { either("cần \(mark) câu", "\(mark) needed") }

  func standing(_ right: Int, _ asked: Int, isPassed: Bool, needing mark: Int) -> String {
    if !isPassed {
      return either(
        "Chưa đạt: đã đúng \(right) trên \(asked) câu, cần \(mark).",
        "Not passed yet: \(right) of \(asked) right, \(mark) needed.")
    }
    return right >= mark
      ? either("Đạt: đã đúng \(right) trên \(asked) câu.", "Passed: \(right) of \(asked) right.")
      : either(
        "Đã ghi nhận trước đây, theo cách tính khi đó: đúng \(right) trên \(asked) câu.",
        "Recognised earlier, by the rules of that time: \(right) of \(asked) right.")
  }

  func askWrongAgain(_ count: Int) -> String {
    either(
      "Làm lại \(count) câu chưa đúng",
      count == 1 ? "Try the wrong one again" : "Try the \(count) wrong ones again")
  }

  func question(_ number: Int) -> String { either("Câu \(number)", "Question \(number)") }

  func testTerms(_ items: Int, _ duration: Span, _ mark: Points, _ scale: Points) -> String {
    either(
      "\(items) câu, \(language.span(duration)), đạt từ \(language.points(mark)) trên \(language.points(scale)) điểm.",
      "\(items) questions, \(language.span(duration)), passed from \(language.points(mark)) of \(language.points(scale))."
    )
  }

  func testLocked(_ missing: Int) -> String {
    either(
      "Học xong \(missing) bài nữa thì mở bài kiểm tra.",
      missing == 1 ? "One more lesson opens the test." : "\(missing) more lessons open the test.")
  }

  func attemptsLeft(_ count: Int) -> String {
    either("Còn \(count) lượt làm.", count == 1 ? "1 attempt left." : "\(count) attempts left.")
  }

  func bestScore(_ points: Points, of scale: Points) -> String {
    either(
      "Điểm cao nhất: \(language.points(points)) trên \(language.points(scale))",
      "Best score: \(language.points(points)) of \(language.points(scale))")
  }
}
