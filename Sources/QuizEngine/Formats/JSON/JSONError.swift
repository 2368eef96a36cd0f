/// Why bytes are no JSON text, and where.
package struct JSONError: Error, Hashable, Sendable {
  /// Byte offset from 0.
  package let offset: Int
  /// Line and column from 1, the column in Unicode scalars.
  package let line: Int
  package let column: Int
  package let message: LocalizedText

  /// The same as an issue of `file`.
  package func issue(in file: String) -> SourceIssue {
    SourceIssue(SourceLocation(file: file, line: line, column: column), message)
  }
}

/// What the parser stumbles over.
enum JSONFault: Error {
  case byteOrderMark
  case unexpected(UInt8)
  case unexpectedEnd
  case trailingText
  case duplicateKey(String)
  case longKey
  case tooManyMembers(Int)
  case tooManyValues(Int)
  case trailingComma
  case tooDeep(Int)
  case controlCharacter
  case badEscape
  case loneSurrogate
  case nul
  case invalidUTF8
  case tooManyMarks
  case badNumber

  var message: LocalizedText {
    switch self {
    case .byteOrderMark:
      LocalizedText(
        vi: "Tệp bắt đầu bằng dấu BOM. Hãy lưu lại ở dạng “UTF-8” không có BOM.",
        en: "The text begins with a byte order mark. Save it as “UTF-8” without BOM.")
    case .unexpected(let byte):
      LocalizedText(
        vi: "Không chờ gặp \(Self.named(byte)) ở đây. Hãy xem lại dấu phẩy, ngoặc và nháy kép.",
        en: "Did not expect \(Self.named(byte)) here. Check commas, brackets and double quotes.")
    case .unexpectedEnd:
      LocalizedText(
        vi: "Nội dung kết thúc giữa chừng: thiếu ngoặc hoặc nháy kép đóng.",
        en: "The text ends too early: a closing bracket or quote is missing.")
    case .trailingText:
      LocalizedText(
        vi: "Sau giá trị JSON còn nội dung thừa. Hãy xoá phần thừa.",
        en: "There is more text after the JSON value. Remove it.")
    case .duplicateKey(let key):
      LocalizedText(
        vi: "Khoá “\(key)” có hai lần trong cùng một đối tượng. Hãy giữ lại một.",
        en: "The key “\(key)” occurs twice in one object. Keep one of them.")
    case .longKey:
      LocalizedText(
        vi: "Khoá dài hơn \(String.longestName) byte. Hãy xem lại dấu nháy kép đóng.",
        en: "The key is longer than \(String.longestName) bytes. Look for a missing closing quote.")
    case .tooManyMembers(let limit):
      LocalizedText(
        vi: "Một đối tượng có quá \(limit) khoá. Hãy bỏ khoá thừa.",
        en: "An object has more than \(limit) keys. Leave out those that nobody reads.")
    case .tooManyValues(let limit):
      LocalizedText(
        vi: "Nội dung có quá \(limit) giá trị. Hãy gửi làm nhiều lần.",
        en: "The text has more than \(limit) values. Send it in several parts.")
    case .trailingComma:
      LocalizedText(
        vi: "Dấu phẩy thừa trước ngoặc đóng. Hãy xoá dấu phẩy.",
        en: "There is a comma before the closing bracket. Remove it.")
    case .tooDeep(let limit):
      LocalizedText(
        vi: "Lồng nhau quá \(limit) cấp.", en: "Nested more than \(limit) levels deep.")
    default: stringMessage
    }
  }

  private var stringMessage: LocalizedText {
    switch self {
    case .controlCharacter:
      LocalizedText(
        vi: "Trong chuỗi có ký tự điều khiển hoặc xuống dòng. Hãy viết \\n thay cho xuống dòng.",
        en: "The string contains a control character or a line break. Write \\n for a line break.")
    case .badEscape:
      LocalizedText(
        vi: "Sau dấu \\ chỉ được viết \" \\ / b f n r t hoặc u và bốn chữ số hệ 16.",
        en: "After \\ only \" \\ / b f n r t, or u and four hexadecimal digits may follow.")
    case .loneSurrogate:
      LocalizedText(
        vi: "\\u ghi nửa cặp ký tự thay thế, không thành chữ nào.",
        en: "\\u names half of a surrogate pair, which is no character.")
    case .nul:
      LocalizedText(
        vi: "Chuỗi có ký tự rỗng (\\u0000), không dùng được.",
        en: "The string contains a NUL (\\u0000), which is not accepted.")
    case .invalidUTF8:
      LocalizedText(
        vi: "Chuỗi không phải UTF-8. Hãy lưu tệp ở dạng “UTF-8”.",
        en: "The string is not UTF-8. Save the file as “UTF-8”.")
    case .tooManyMarks: StreamSafeText.complaint
    default:
      LocalizedText(
        vi: "Số viết sai: không có số 0 đứng đầu, dấu + hay dấu phẩy thập phân, ví dụ 12.5.",
        en: "Not a number: no leading zeros, no +, no decimal comma, as in 12.5.")
    }
  }

  private static func named(_ byte: UInt8) -> String {
    (0x21...0x7e).contains(byte)
      ? "“\(Unicode.Scalar(byte))”" : "byte 0x\(String(byte, radix: 16, uppercase: true))"
  }
}
