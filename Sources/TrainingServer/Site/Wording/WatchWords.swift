import QuizEngine

/// The page from which an organizer watches a contest.
struct WatchWords: Sendable {
  let back = both("Tổ chức", "Organize")
  let registered = both("Người được thi, đã có tài khoản", "Eligible persons with an account")
  let started = both("Lượt đã bắt đầu", "Attempts started")
  let running = both("Lượt đang làm", "Attempts running")
  let submitted = both("Lượt đã nộp", "Attempts submitted")
  let live = both("Số liệu trực tiếp", "Live")
  let paused = both(
    "Mất kết nối, đang nối lại. Các số trên đây là của lúc còn kết nối.",
    "Connection lost, reconnecting. The numbers above are from before it was lost.")
  let resting = both(
    "Đang mở ở nhiều cửa sổ khác nên cửa sổ này tạm nghỉ. Mở lại cửa sổ này để xem số liệu mới.",
    "Open in many other windows, so this one rests. Come back to it to see new numbers.")
  let asOf = both("Số liệu lúc", "As of")
  let byUnit = both("Theo đơn vị", "By unit")
  let unit = both("Đơn vị", "Unit")
  let headcount = both("Tổng số khai báo", "Declared headcount")
  let persons = both("Số người dự thi", "Persons")
  let attempts = both("Số lượt", "Attempts")
  let rate = both("Tỷ lệ tham gia", "Participation")
  let headcountText = both(
    "Tổng số là số đơn vị khai báo, nên có thể khác số người đã có tài khoản ở trên. Tỷ lệ tính trên tổng số khai báo.",
    "The headcount is what the unit declared, so it may differ from the accounts above. The rate is of the declared headcount."
  )
  let noUnits = both("Chưa có đơn vị nào vào thi", "No unit has entered yet")
  let noUnitsText = both(
    "Bảng đầy lên khi thí sinh bắt đầu thi.", "The table fills as contestants start.")
  let closeNow = both("Đóng cuộc thi ngay", "Close the contest now")
  let closeText = both(
    "Bài đang làm được nộp tự động với các câu đã lưu. Không mở lại được.",
    "Running attempts are handed in with what is saved. It cannot be reopened.")
  let confirmClose = both("Tôi hiểu, đóng ngay", "I understand, close now")
  let publish = both("Công bố kết quả", "Publish the results")
  let publishText = both(
    "Thí sinh sẽ thấy điểm, hạng và đáp án theo thể lệ. Bảng xếp hạng được mở.",
    "Contestants will see score, place and answers as the rules say. The board opens.")
  let results = both("Kết quả", "Results")
  let units = both("Theo đơn vị", "By unit")
  let standings = both("Bảng xếp hạng", "Leaderboard")
}
