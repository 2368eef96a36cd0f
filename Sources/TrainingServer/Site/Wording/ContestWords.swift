import QuizEngine

/// Contests before and after the attempt.
struct ContestWords: Sendable {
  let contestsTitle = both("Cuộc thi", "Contests")
  let none = both("Chưa có cuộc thi nào", "No contests yet")
  let noneText = both(
    "Khi Ban Tổ chức mở cuộc thi cho trường của {em}, cuộc thi sẽ hiện ở đây.",
    "When a contest opens for your school, it appears here.")
  let upcoming = both("Sắp diễn ra", "Upcoming")
  let open = both("Đang diễn ra", "Running")
  let closed = both("Đã kết thúc", "Closed")
  let published = both("Đã công bố kết quả", "Results published")
  let opensAt = both("Mở", "Opens")
  let closesAt = both("Đóng", "Closes")
  let round = both("Vòng", "Round")

  let opensIn = both("Còn", "Opens in")
  let countdownDone = both("Đã đến giờ. Đang mở cuộc thi…", "It is time. Opening the contest…")
  let countdownNote = both(
    "Đồng hồ tự chạy. {Em} không cần tải lại trang.",
    "The clock runs by itself. There is no need to reload.")
  let start = both("Bắt đầu thi", "Start")
  let startNote = both(
    "Bấm là bắt đầu tính giờ.", "The time starts as soon as you press.")
  let resume = both("Vào làm tiếp", "Go on")
  let resumeNote = both(
    "{Em} đang làm dở một lượt thi. Đồng hồ vẫn chạy.",
    "You have an attempt running. The clock is running too.")
  let cannotStart = both("{Em} chưa vào thi được", "You cannot enter yet")
  let notForReader = both("Cuộc thi này dành cho đối tượng khác", "This contest is for others")
  let notForReaderText = both(
    "{Em} xem được thể lệ ở đây; kết quả của các em hiện cùng lúc với thể lệ cho các em xem.",
    "You can read its rules here; the pupils' results show when the rules let the pupils see them.")
  let tookNoPart = both("Không dự thi", "Took no part")
  let rules = both("Thể lệ tóm tắt", "The rules in short")
  let details = both("Thời gian và điều kiện", "Times and terms")
  let ranking = both("Thứ tự xếp hạng", "How places are decided")
  let attemptsUsed = both("Lượt thi của {em}", "Your attempts")
  let boardLink = both("Xem bảng xếp hạng", "See the leaderboard")
  let resultLink = both("Xem kết quả của {em}", "See your result")
  let waitPublish = both(
    "Cuộc thi đã đóng. Kết quả sẽ hiện ở đây khi Ban Tổ chức công bố.",
    "The contest is closed. Results appear here when the organizers publish them.")

  let checkTitle = both("Kiểm tra máy của {em}", "Check your device")
  let checkText = both(
    "Nên thử trước giờ thi: mạng có thông không, đồng hồ có khớp không.",
    "Worth doing beforehand: is the network fine, does the clock agree?")
  let checkButton = both("Kiểm tra ngay", "Check now")
  let checkRunning = both("Đang kiểm tra…", "Checking…")
  let checkGood = both(
    "Mạng tốt, trả lời sau {ms} mili giây.", "The network is fine: {ms} milliseconds.")
  let checkSlow = both(
    "Mạng chậm ({ms} mili giây) nhưng vẫn thi được. Câu trả lời được giữ trên máy tới khi gửi xong.",
    "The network is slow ({ms} milliseconds) but will do. Answers wait on your device until sent.")
  let checkFailed = both(
    "Chưa tới được máy chủ. Kiểm tra Wi-Fi hoặc dữ liệu di động rồi thử lại.",
    "The server cannot be reached. Check Wi-Fi or mobile data and try again.")
  let clockGood = both("Đồng hồ máy khớp với máy chủ.", "The device's clock agrees.")
  let clockOff = both(
    "Đồng hồ máy lệch {span} giây. Không sao: giờ thi tính theo máy chủ.",
    "The device's clock is {span} seconds off. No matter: the server's time counts.")
  let storageGood = both(
    "Máy giữ được câu trả lời khi mất mạng.", "Answers can be kept here without a network.")
  let storageBad = both(
    "Trình duyệt đang chặn bộ nhớ: khi mất mạng, {em} đừng đóng trang này.",
    "The browser blocks storage: without a network, do not close the page.")

  let standingsTitle = both("Bảng xếp hạng", "Leaderboard")
  let provisional = both("Kết quả tạm thời", "Provisional")
  let official = both("Kết quả chính thức", "Official")
  let place = both("Hạng", "Place")
  let contestant = both("Thí sinh", "Contestant")
  let unit = both("Đơn vị", "Unit")
  let score = both("Điểm", "Score")
  let timeUsed = both("Thời gian", "Time used")
  let guess = both("Dự đoán", "Guess")
  let distance = both("Chênh lệch", "Distance")
  let persons = both("Số người dự thi", "Persons")
  let attempts = both("Số lượt dự thi", "Attempts")
  let allCorrect = both("Số người trả lời đúng tất cả", "Persons with all answers right")
  let own = both("{Em} ở đây", "You are here")
  let boardEmpty = both("Chưa có ai trong bảng", "Nobody is on the board yet")
  let boardEmptyText = both(
    "Bảng xếp hạng hiện khi có bài thi được tính.",
    "The board fills when attempts count.")
  let boardHidden = both("Bảng xếp hạng chưa mở", "The board is not open yet")
  let privacy = both(
    "Bảng ghi chữ cái đầu của tên và trường để giữ kín thông tin của thí sinh.",
    "Initials and school only, to protect the contestants.")
}

extension Said<ContestWords> {
  func phase(_ phase: Phase) -> String {
    switch phase {
    case .upcoming: self.upcoming
    case .open: self.open
    case .closed: self.closed
    case .published: self.published
    }
  }

  /// After the last round: attempts are no longer left, only made.
  func made(_ count: Int, of limit: Int?) -> String {
    guard count > 0 else { return self.tookNoPart }
    guard let limit else { return either("Đã thi \(count) lượt", "\(count) made") }
    return either("Đã thi \(count) trên \(limit) lượt", "\(count) of \(limit) made")
  }

  func used(_ count: Int, of limit: Int?) -> String {
    guard let limit else {
      return count == 0
        ? either("Không hạn chế số lượt", "As many attempts as you like")
        : either("Đã thi \(count) lượt, không hạn chế", "\(count) used, no limit")
    }
    let left = max(0, limit - count)
    return either(
      "Còn \(left) trên \(limit) lượt", "\(left) of \(limit) left")
  }

  func topOf(_ top: Int) -> String {
    either("\(top) vị trí đầu", "The first \(top) places")
  }
}
