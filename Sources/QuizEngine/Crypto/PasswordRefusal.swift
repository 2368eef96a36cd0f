/// Why a password cannot be hashed.
package enum PasswordRefusal: Error, Hashable, Sendable {
  case containsNUL
  case tooLong
  /// Among the first that anybody would try.
  case guessable
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
    case .unavailable:
      LocalizedText(
        vi: "Máy chủ chưa băm được mật khẩu, chưa có gì thay đổi. Hãy thử lại sau ít phút.",
        en: "The server could not hash the password; nothing was changed. Try again in a minute.")
    }
  }
}
