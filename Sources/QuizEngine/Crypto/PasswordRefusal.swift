/// Why a password is not taken.
package enum PasswordRefusal: Error, Hashable, Sendable {
  case containsNUL
  case tooLong
  /// Among the first that anybody would try.
  case guessable
  /// In the operator's list of those that leaked elsewhere.
  case leaked
  /// There is such a list and it cannot be read, so that nobody knows; nothing was stored.
  case listUnreadable
  /// The salt is shorter than 16 bytes or the library refused; nothing was stored.
  case unavailable

  package var message: LocalizedText {
    switch self {
    case .containsNUL:
      LocalizedText(
        vi: "Mật khẩu có ký tự không dùng được (ký tự rỗng). Hãy nhập lại mật khẩu khác.",
        en: "The password contains a character that cannot be used (NUL). Choose another one.")
    case .tooLong:
      LocalizedText(
        vi: "Mật khẩu dài quá 500 byte. Hãy chọn mật khẩu ngắn hơn.",
        en: "The password is longer than 500 bytes. Choose a shorter one.")
    case .guessable:
      LocalizedText(
        vi: "Mật khẩu dễ đoán: có trong danh sách hay dùng, hoặc chỉ gồm tên, trường, dãy phím. "
          + "Hãy ghép vài từ không liên quan với nhau.",
        en: "The password is easy to guess: a common one, or made of names, the school or a row of "
          + "keys. Put together some words that have nothing to do with each other.")
    case .leaked:
      LocalizedText(
        vi: "Mật khẩu này có trong danh sách mật khẩu đã bị lộ ở nơi khác. Hãy chọn mật khẩu khác.",
        en: "This password is in a list of passwords that have leaked elsewhere. Choose another.")
    case .listUnreadable:
      LocalizedText(
        vi: "Máy chủ không đọc được danh sách mật khẩu bị lộ, nên chưa có gì thay đổi. Hãy báo "
          + "người vận hành; lệnh trainctl data doctor nói cách sửa.",
        en: "The server cannot read its list of leaked passwords, so nothing was changed. Ask the "
          + "operator; trainctl data doctor says what to do.")
    case .unavailable:
      LocalizedText(
        vi: "Máy chủ chưa băm được mật khẩu, chưa có gì thay đổi. Hãy thử lại sau ít phút.",
        en: "The server could not hash the password; nothing was changed. Try again in a minute.")
    }
  }
}
