/// What can be seen of the operator's list of leaked passwords.
enum BreachedListCheck: Hashable, Sendable {
  case absent
  /// Right wherever it was looked at.
  case sound(bytes: Int)
  case faulty(BreachedList.Fault)

  private static let places = 200

  /// Looks at its first line, its last and two hundred between.
  init(looking path: String) {
    do {
      let bytes = try BreachedList.open(path) { list throws(BreachedList.Fault) in
        try list.look(at: Self.places)
        return list.size
      }
      self = bytes.map { .sound(bytes: $0) } ?? .absent
    } catch {
      self = .faulty(error)
    }
  }
}

extension BreachedListCheck {
  /// What to say about it.
  var finding: Finding {
    switch self {
    case .absent:
      Finding(
        .note, "breachedPasswords",
        vi: "Không có danh sách mật khẩu đã bị lộ; mật khẩu mới không được so với danh sách nào.",
        en: "There is no list of leaked passwords; new passwords are compared with none.",
        advice: LocalizedText(
          vi: "Muốn có: tải bằng haveibeenpwned-downloader ở máy khác rồi chép vào đây thành "
            + "breached-passwords.txt; xem Deploy/README.md.",
          en: "To have one: get it with haveibeenpwned-downloader on another machine and copy it "
            + "here as breached-passwords.txt; see Deploy/README.md."))
    case .sound(let bytes):
      Finding(
        .good, "breachedPasswords",
        vi: "Danh sách mật khẩu đã bị lộ đúng dạng và đúng thứ tự (\(bytes >> 20) MiB).",
        en: "The list of leaked passwords has the right form and order (\(bytes >> 20) MiB).")
    case .faulty(let fault):
      Finding(
        .wrong, "breachedPasswords",
        vi: "breached-passwords.txt không dùng được, nên không ai đặt được mật khẩu mới: "
          + fault.text.vietnamese,
        en: "breached-passwords.txt is of no use, so nobody can set a new password: "
          + fault.text.english,
        advice: fault.advice)
    }
  }
}

extension BreachedList.Fault {
  fileprivate var text: LocalizedText {
    switch self {
    case .unreadable(let errno):
      LocalizedText(
        vi: "không đọc được (errno \(errno)).", en: "it cannot be read (errno \(errno)).")
    case .notAFile: LocalizedText(vi: "không phải là tệp.", en: "it is no file.")
    case .empty: LocalizedText(vi: "tệp rỗng.", en: "it is empty.")
    case .malformed(let place):
      LocalizedText(
        vi:
          "dòng ở byte \(place) không phải 40 chữ số thập lục phân (SHA-1), có hoặc không có :SỐ.",
        en: "the line at byte \(place) is not 40 hexadecimal digits (SHA-1) with or without :COUNT."
      )
    case .unsorted(let place):
      LocalizedText(
        vi: "dòng ở byte \(place) không theo thứ tự tăng dần.",
        en: "the line at byte \(place) is not in ascending order.")
    case .cutOff:
      LocalizedText(
        vi: "thiếu phần đầu hoặc phần cuối.", en: "its beginning or its end is missing.")
    }
  }

  fileprivate var advice: LocalizedText {
    switch self {
    case .unreadable, .notAFile:
      LocalizedText(
        vi: "Đặt ở đó một tệp, hoặc liên kết đến một tệp, mà tài khoản của máy chủ đọc được; hoặc "
          + "xóa tên ấy đi nếu không dùng.",
        en: "Put a file there that the server's account can read, or a link to one; or take the "
          + "name away to do without.")
    case .unsorted:
      LocalizedText(
        vi: "Xếp lại rồi thay tệp: LC_ALL=C sort breached-passwords.txt -o MỚI; hoặc xóa đi nếu "
          + "không dùng.",
        en: "Sort it and exchange the file: LC_ALL=C sort breached-passwords.txt -o NEW; or take "
          + "it away to do without.")
    case .empty, .malformed, .cutOff:
      LocalizedText(
        vi: "Tải lại hoặc chép lại (SHA-1, không phải NTLM), xong mới đổi tên thành "
          + "breached-passwords.txt; hoặc xóa đi nếu không dùng.",
        en: "Get or copy it again (SHA-1, not NTLM) and give it this name when it is complete; or "
          + "take it away to do without.")
    }
  }
}
