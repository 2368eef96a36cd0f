import QuizEngine

/// What stands on printed papers; a paper is Vietnamese first, whatever the reader's language.
struct PaperWords: Sendable {
  let nation = both("Cộng hòa xã hội chủ nghĩa Việt Nam", "Socialist Republic of Viet Nam")
  let motto = both("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness")
  let certificate = both("Giấy chứng nhận", "Certificate")
  let certifies = both("Chứng nhận", "This certifies that")
  let unit = both("Đơn vị", "of")
  let completed = both("Đã hoàn thành khóa học", "has completed the course")
  let dateLineWithPlace = both(
    "{place}, ngày {day} tháng {month} năm {year}", "{place}, {day}/{month}/{year}")
  let dateLineNoPlace = both(
    "Ngày {day} tháng {month} năm {year}", "Date: {day}/{month}/{year}")
  let seal = both("(Ký tên, đóng dấu)", "(Signature and seal)")
  let serial = both("Số hiệu", "Paper code")
  let register = both("Số vào sổ", "Register entry")
  let check = both("Tra cứu", "Check at")
  let code = both("Mã xác thực", "Verification code")
  let withdrawn = both(
    "Giấy này đã bị thu hồi, không còn giá trị.", "This paper was withdrawn and is not valid.")
  let printHint = both(
    "Khi in: chọn khổ A4 ngang, bỏ tiêu đề và chân trang.",
    "When printing: A4 landscape, no headers and footers.")
  let pdf = both("Tải PDF", "Get the PDF")
  let picture = both("Tải ảnh", "Get a picture")
  let back = both("Tài khoản", "Account")

  let cardsTitle = both("Thẻ học và thi", "Cards")
  let cardName = both("Thẻ học và thi", "Learning and contest card")
  let cardHow = both("Quét mã hoặc mở", "Scan or open")
  let cardOr = both("rồi gõ mã", "then type")
  let cardKeep = both(
    "Giữ kín như chìa khóa nhà. Mất thẻ, báo ngay thầy cô.",
    "Keep it like a key. If lost, tell your teacher at once.")
}

extension Said<PaperWords> {
  func dateLine(_ instant: Instant, place: String?) -> String {
    let time = CalendarTime(instant, offset: vietnamOffset)
    return (place == nil ? self.dateLineNoPlace : self.dateLineWithPlace)
      .replacing("{place}", with: place ?? "")
      .replacing("{day}", with: padded(time.day, 2))
      .replacing("{month}", with: padded(time.month, 2))
      .replacing("{year}", with: String(time.year))
  }

  func periods(_ count: Int) -> String { either("(\(count) tiết)", "(\(count) lesson periods)") }
}
