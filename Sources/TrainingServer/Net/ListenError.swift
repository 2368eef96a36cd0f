import QuizEngine

/// Why listening failed, in words for the person who started the server.
enum ListenError: Error, Hashable, Sendable {
  /// Another program has the address.
  case inUse(String)
  /// The system does not let this user listen there.
  case notPermitted(String)
  /// The address does not exist on this machine or cannot be read.
  case badAddress(String)
  /// Anything else, with the system's error number.
  case failed(String, code: Int32)

  var message: LocalizedText {
    switch self {
    case .inUse(let address):
      LocalizedText(
        vi: "Địa chỉ \(address) đang được một chương trình khác dùng. "
          + "Hãy dừng chương trình đó hoặc chọn cổng khác bằng --listen.",
        en: "The address \(address) is in use by another program. "
          + "Stop that program or choose another port with --listen.")
    case .notPermitted(let address):
      LocalizedText(
        vi: "Không có quyền lắng nghe tại \(address). Hãy chọn cổng từ 1024 trở lên.",
        en: "Not permitted to listen on \(address). Choose a port from 1024 up.")
    case .badAddress(let address):
      LocalizedText(
        vi: "Địa chỉ \(address) không có trên máy này. Hãy kiểm tra giá trị của --listen.",
        en: "The address \(address) does not exist on this machine. Check the value of --listen.")
    case .failed(let address, let code):
      LocalizedText(
        vi: "Không lắng nghe được tại \(address) (lỗi hệ thống \(code)).",
        en: "Cannot listen on \(address) (system error \(code)).")
    }
  }
}
