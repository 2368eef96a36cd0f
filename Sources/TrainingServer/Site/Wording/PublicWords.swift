import QuizEngine

/// Pages that anybody may open.
struct PublicWords: Sendable {
  let welcomeTitle = both(
    "Hiểu luật để an toàn trên mạng", "Know the law, stay safe online")
  let welcomeText = both(
    "Bài học ngắn về Luật An ninh mạng và những luật bảo vệ em trên mạng, viết bằng lời dễ hiểu, có dẫn điều khoản. Học xong thì thi trực tuyến cùng bạn bè cả trường.",
    "Short lessons on the Cybersecurity Law and the laws that protect you online, in plain words, each with its article. Then take part in an online contest with your whole school."
  )
  let learnTitle = both("Học từng bước", "Learn step by step")
  let learnText = both(
    "Mỗi bài 15 phút: một câu chuyện đời thường, điều luật liên quan, việc em có thể làm.",
    "Fifteen minutes each: an everyday scene, the law behind it, what you can do.")
  let contestTitle = both("Thi công bằng", "Fair contests")
  let contestText = both(
    "Mỗi câu được lưu ngay khi chọn. Mất mạng hay hết pin cũng không mất câu đã lưu.",
    "Every answer is saved as you choose it. No network, no battery: what is saved stays.")
  let safeTitle = both("Ít dữ liệu, kín đáo", "Little data, kept close")
  let safeText = both(
    "Chỉ giữ thông tin cần cho việc học và thi. Bảng công khai chỉ ghi chữ cái đầu của tên và trường.",
    "We keep only what learning and contests need. Public lists show initials and school.")

  let verifyTitle = both("Tra cứu giấy chứng nhận", "Check a certificate")
  let verifyText = both(
    "Gõ mã xác thực in cạnh mã QR trên giấy. Ai cũng có thể tra cứu, không cần đăng nhập.",
    "Type the verification code printed beside the QR code. Anyone may check, without signing in.")
  let verifyField = both("Mã xác thực", "Verification code")
  let verifyHint = both("Ví dụ: k3m9-qx2a-7p4d-0v8t", "For example: k3m9-qx2a-7p4d-0v8t")
  let verifyButton = both("Tra cứu", "Check")
  let checkedAt = both("Tra cứu lúc", "Checked at")
  let valid = both("Giấy chứng nhận có hiệu lực", "This certificate is valid")
  let validText = both(
    "Thông tin dưới đây khớp với sổ gốc.", "What follows matches the master register.")
  let withdrawn = both("Giấy chứng nhận đã bị thu hồi", "This certificate was withdrawn")
  let withdrawnOn = both("Ngày thu hồi", "Withdrawn on")
  let withdrawnWhy = both("Lý do", "Reason")
  let unknown = both("Không tìm thấy giấy chứng nhận này", "No such certificate")
  let unknownText = both(
    "Sổ gốc không có mã này. Xem lại từng chữ trên giấy: không có chữ i, l, o, u. Nếu vẫn không thấy, hãy hỏi nơi cấp giấy.",
    "The register has no such code. Check each character: there is no i, l, o or u. If it still fails, ask whoever issued the paper."
  )
  let checkAnother = both("Tra cứu giấy khác", "Check another")
  let holder = both("Người được cấp", "Holder")
  let award = both("Nội dung", "Award")
  let periods = both("Số tiết", "Lesson periods")
  let issuedOn = both("Ngày cấp", "Issued on")
  let serial = both("Số hiệu", "Paper code")
  let register = both("Số vào sổ", "Register entry")

  let lawTitle = both("Căn cứ pháp luật", "The law behind it")
  let lawConditions = both("Điều kiện, ngoại lệ", "Conditions, exceptions")
  let lawOfParagraph = both(
    "Căn cứ pháp luật của đoạn này", "The law behind this paragraph")
  let lawFrom = both("Có hiệu lực từ", "In force from")
  let lawUntil = both("Hết hiệu lực từ", "No longer in force from")
  let lawInForce = both("Đang có hiệu lực", "In force")
  let lawNotYet = both("Chưa có hiệu lực", "Not yet in force")
  let lawEnded = both("Đã hết hiệu lực", "No longer in force")
  let lawReplaced = both("Được thay bằng", "Replaced by")
  let lawGround = both("Mức kiểm chứng", "How it was checked")
  let lawText = both("Đối chiếu với văn bản luật", "Checked against the text of the law")
  let lawReport = both("Theo nguồn tin cậy", "From reliable sources")
  let lawPlain = both(
    "Đây là lời tóm tắt dễ hiểu. Khi cần áp dụng, hãy đọc điều luật trong văn bản gốc.",
    "This is a plain summary. To apply the law, read the article in the original text.")

  let problemNow = both("Làm gì bây giờ", "What to do now")
  let problemCode = both("Mã sự cố", "Incident code")
  let problemCodeText = both(
    "Khi nhờ giúp đỡ, hãy đọc mã này cho người hỗ trợ.",
    "When you ask for help, give this code.")
  let problemStatus = both("Mã trạng thái HTTP", "HTTP status")
  let problemKind = both("Loại trở ngại", "Kind of problem")
  let problemMeaning = both("Nghĩa là gì", "What it means")
}
