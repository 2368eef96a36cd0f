import QuizEngine

/// Signing in, the card's page, and what belongs to the person.
struct AccountWords: Sendable {
  let signInTitle = both("Đăng nhập", "Sign in")
  let withCard = both("Có thẻ", "With a card")
  let cardField = both("Mã trên thẻ", "Code on the card")
  let cardHint = both(
    "Quét mã QR trên thẻ bằng máy ảnh, hoặc gõ dãy chữ in dưới mã. Không cần viết hoa.",
    "Scan the QR code with the camera, or type the letters below it. Capitals do not matter.")
  let cardButton = both("Vào bằng thẻ", "Sign in with the card")
  let withPassword = both("Thầy cô và Ban Tổ chức", "Teachers and organizers")
  let username = both("Tên đăng nhập", "User name")
  let password = both("Mật khẩu", "Password")
  let passwordButton = both("Đăng nhập", "Sign in")
  let lostCard = both(
    "Mất thẻ hoặc quên mật khẩu? Thầy cô phụ trách in thẻ mới, quản trị hệ thống đặt lại mật khẩu.",
    "Card lost or password forgotten? Your teacher prints a new card, the administrator sets a new password."
  )

  let cardTitle = both("Thẻ học và thi", "Your card")
  let enter = both("Vào học và thi", "Enter")
  let cardSecret = both(
    "Thẻ này như chìa khóa: ai cầm thẻ có thể vào thay em. Em đừng chụp ảnh hay cho mượn thẻ.",
    "This card is like a key: whoever holds it can enter as you. Do not photograph it or lend it.")
  let sharedDevice = both(
    "Dùng máy chung? Nhớ đăng xuất khi xong.", "On a shared device? Sign out when you are done.")

  let meTitle = both("Tài khoản của {em}", "Your account")
  let fullName = both("Họ và tên", "Full name")
  let unit = both("Đơn vị", "Unit")
  let roles = both("Vai trò", "Roles")
  let signedInUntil = both("Đăng nhập đến", "Signed in until")
  let signOut = both("Đăng xuất", "Sign out")
  let signOutNote = both(
    "Câu trả lời đã lưu vẫn còn nguyên. Em vào lại bằng thẻ của mình.",
    "Saved answers stay. You come back with your card.")
  let signOutNoteStaff = both(
    "Dữ liệu đã lưu vẫn còn nguyên.", "Everything saved stays.")
  let passwordTitle = both("Đổi mật khẩu", "Change the password")
  let oldPassword = both("Mật khẩu hiện tại", "Present password")
  let newPassword = both("Mật khẩu mới", "New password")
  let passwordHint = both(
    "Từ 8 đến 128 ký tự, gõ tiếng Việt được. Nên ghép vài từ không liên quan với nhau.",
    "8 to 128 characters of any kind. Some words that have nothing to do with each other are good.")
  let sessionsTitle = both("Nơi đang đăng nhập", "Where you are signed in")
  let thisDevice = both("Thiết bị này", "This device")
  let otherDevice = both("Thiết bị khác", "Another device")
  let signedInAt = both("đăng nhập", "signed in")
  let lastSeen = both("hoạt động gần nhất", "last active")
  let endSession = both("Đăng xuất ở đó", "Sign out there")
  let endOthers = both("Đăng xuất mọi thiết bị khác", "Sign out everywhere else")
  let ownCertificates = both("Giấy chứng nhận", "Certificates")
  let ownAttempts = both("Lượt thi", "Attempts")
  let noAttempts = both("Chưa có lượt thi nào", "No attempts yet")
  let noAttemptsText = both(
    "Mỗi lượt thi cùng giờ nộp và điểm sẽ nằm ở đây.",
    "Each attempt will be listed here with its time and score.")
  let seeContests = both("Xem các cuộc thi", "See the contests")
  let running = both("Đang làm", "Running")
  let submitted = both("Đã nộp", "Submitted")
  let expired = both("Hết giờ, tự động nộp", "Time ended, handed in automatically")
  let scoreLater = both("Điểm công bố sau", "Score follows")
  let revoked = both("Đã thu hồi", "Withdrawn")
  let openPaper = both("Mở và in", "Open and print")
}

extension Said<AccountWords> {
  func cardOf(_ name: String, _ className: String) -> String {
    let place = className.isEmpty ? "" : ", \(className)"
    return either("Thẻ của \(name)\(place)", "The card of \(name)\(place)")
  }

  func otherPerson(_ name: String) -> String {
    either(
      "Máy này đang đăng nhập tên \(name). Nếu không phải chủ thẻ này, bấm nút bên dưới: người kia sẽ được đăng xuất.",
      "This device is signed in as \(name). If that is not you, press the button: they will be signed out."
    )
  }
}
