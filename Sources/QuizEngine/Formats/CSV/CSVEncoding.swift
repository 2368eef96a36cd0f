/// The bytes of a spreadsheet's text file as UTF-8 without a byte order mark.
enum CSVEncoding {
  /// UTF-8 with or without a mark, or UTF-16 with its mark (Excel's “Unicode Text”); nil for
  /// everything else: the old Vietnamese code pages are never guessed.
  static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    if bytes.starts(with: [0xff, 0xfe]) { return utf16(bytes.dropFirst(2), isBigEndian: false) }
    if bytes.starts(with: [0xfe, 0xff]) { return utf16(bytes.dropFirst(2), isBigEndian: true) }
    let body = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    guard String(validating: body, as: UTF8.self) != nil, !body.contains(0) else { return nil }
    return body
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8]? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var first: UInt8?
    for byte in bytes {
      guard let earlier = first else {
        first = byte
        continue
      }
      let (high, low) = isBigEndian ? (earlier, byte) : (byte, earlier)
      units.append(UInt16(high) << 8 | UInt16(low))
      first = nil
    }
    guard !units.contains(0), let text = String(validating: units, as: UTF16.self)
    else { return nil }
    return Array(text.utf8)
  }

  static func issue(file: String) -> SourceIssue {
    SourceIssue(
      SourceLocation(file: file, line: 1, column: 1),
      LocalizedText(
        vi: "Tệp không ở dạng UTF-8 nên chưa đọc được dòng nào. Trong Excel, hãy chọn File > "
          + "Save As và loại tệp “CSV UTF-8 (Comma delimited)”, rồi tải lên lại.",
        en: "The file is not UTF-8, so no row was read. In Excel choose File > Save As and the "
          + "type “CSV UTF-8 (Comma delimited)”, then upload it again."))
  }
}
