import QuizEngine

/// Two-step sign-in: the question for a code, and turning it on and off.
struct SecondFactorWords: Sendable {
  let title = both("Xác thực hai bước", "Two-step sign-in")
  let codeTitle = both("Nhập mã xác thực", "Type the code")
  let codeLead = both(
    "Bước đầu đã đúng. Mở ứng dụng xác thực trên điện thoại và nhập mã 6 chữ số đang hiện.",
    "The first step was right. Open the authenticator app on your telephone and type its six digits."
  )
  let codeField = both("Mã xác thực", "Code")
  let codeHint = both(
    "6 chữ số của ứng dụng; mất điện thoại thì gõ một mã dự phòng.",
    "The app's six digits; without your telephone, one of the recovery codes.")
  let digits = both("6 chữ số, đổi mỗi 30 giây.", "Six digits, new every 30 seconds.")
  let codeButton = both("Đăng nhập", "Sign in")
  let startAgain = both("Đăng nhập lại từ đầu", "Start again")
  let lostBoth = both(
    "Mất cả điện thoại và mã dự phòng? Người quản trị hệ thống tắt giúp bước này.",
    "Lost both telephone and recovery codes? The administrator turns this step off for you.")

  let what = both(
    "Ngoài mật khẩu, mỗi lần đăng nhập cần thêm mã 6 chữ số trên điện thoại của {em}. Ai biết mật khẩu "
      + "của {em} vẫn không vào được.",
    "Besides the password, every sign-in then needs six digits from your telephone. Whoever learns "
      + "your password still stays outside.")
  let needs = both(
    "{Em} cần một ứng dụng xác thực bất kỳ trên điện thoại, ví dụ Google Authenticator, Microsoft "
      + "Authenticator hoặc Aegis. Ứng dụng không cần mạng.",
    "You need any authenticator app on your telephone, such as Google Authenticator, Microsoft "
      + "Authenticator or Aegis. It works without a network.")
  let turnOn = both("Bật xác thực hai bước", "Turn on two-step sign-in")
  let begin = both("Tiếp tục", "Go on")
  let scan = both("Quét mã này bằng ứng dụng xác thực", "Scan this with the authenticator app")
  let qrName = both(
    "Mã QR cho ứng dụng xác thực; chuỗi ký tự nằm ngay bên dưới",
    "QR code for the authenticator app; its letters stand below")
  let orType = both(
    "Không quét được? Gõ chuỗi này vào ứng dụng:", "Cannot scan? Type this into the app:")
  let thenType = both("Rồi nhập mã mà ứng dụng hiện", "Then type the code that the app shows")
  let confirm = both("Bật", "Turn on")
  let isOn = both("Xác thực hai bước đang bật.", "Two-step sign-in is on.")
  let since = both("Bật từ", "On since")
  let codesLeft = both("Mã dự phòng còn lại", "Recovery codes left")
  let change = both("Thay đổi", "Change")
  let changeHint = both(
    "Cần mật khẩu và một mã, để người nhặt được máy đang đăng nhập không tự tắt được.",
    "Takes the password and a code, so that nobody who finds a signed-in device can do it.")
  let newCodes = both("Tạo mã dự phòng mới", "Make new recovery codes")
  let turnOff = both("Tắt xác thực hai bước", "Turn off two-step sign-in")

  let recoveryTitle = both("Mã dự phòng", "Recovery codes")
  let recoveryNow = both(
    "Các mã này chỉ hiện một lần. Hãy in hoặc chép ra giấy và cất nơi an toàn.",
    "These codes are shown this once. Print them or write them down and keep them safe.")
  let recoveryUse = both(
    "Khi không có điện thoại, gõ một mã thay cho 6 chữ số. Mỗi mã dùng một lần; mã cũ không còn dùng "
      + "được.",
    "Without your telephone, type one in place of the six digits. Each opens once; older codes no "
      + "longer do.")
  let recoveryDone = both("Tôi đã cất các mã này", "I have kept these codes")
}
