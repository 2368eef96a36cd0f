import QuizEngine

/// Who took part in a contest and who did not, by name.
struct ParticipantWords: Sendable {
  let title = both("Ai đã thi, ai chưa", "Who took part")
  let absent = both("Chưa vào thi", "Not begun")
  let absentClosed = both("Không thi", "Took no part")
  let running = both("Đang làm bài", "Working now")
  let finished = both("Đã nộp", "Handed in")
  let points = both("Điểm", "Score")
  let pointsHidden = both(
    "Điểm hiện ở đây cùng lúc với các em.", "Scores appear here when the pupils see theirs.")
  let noPupils = both("Chưa có em nào thuộc cuộc thi này", "No pupils in this contest")
  let noPupilsText = both(
    "Danh sách gồm học sinh các lớp {em} phụ trách mà cuộc thi dành cho.",
    "The list has the pupils of your classes whom the contest is for.")
  let backToContest = both("Về cuộc thi", "Back to the contest")
}

extension Said<ParticipantWords> {
  func state(_ state: TakingPart, isOver: Bool) -> String {
    switch state {
    case .absent: isOver ? self.absentClosed : self.absent
    case .running: self.running
    case .finished: self.finished
    }
  }

  /// `31 đã nộp, 3 đang làm, 6 chưa vào`.
  func summary(finished: Int, running: Int, absent: Int, isOver: Bool) -> String {
    isOver
      ? either(
        "\(finished) đã nộp, \(absent) không thi", "\(finished) handed in, \(absent) took no part")
      : either(
        "\(finished) đã nộp, \(running) đang làm, \(absent) chưa vào",
        "\(finished) handed in, \(running) working, \(absent) not begun")
  }

  func firstOf(_ shown: Int, _ all: Int) -> String {
    either(
      "Đang hiện \(shown) trên \(language.number(all)) người. Lọc theo lớp hoặc tìm tên để thấy người khác.",
      "\(shown) of \(language.number(all)) shown. Filter by class or search to see others.")
  }
}
