/// The sheets of a file that somebody sent as a class list, whatever its format.
enum ClassListFile {
  /// Known by content, never by the name.
  ///
  /// - Parameter score: how well rows look like the head of a class list.
  static func sheets(
    _ bytes: [UInt8], file: String, score: @escaping ([TextRow]) -> Int
  ) -> [TextSheet] {
    // Excel 97–2003 keeps its workbooks in compound files ([MS-CFB] 2.2).
    if bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0]) {
      return [
        refused(
          file, "Tệp .xls kiểu cũ: hãy mở bằng Excel, chọn Lưu thành “CSV UTF-8” rồi gửi lại.",
          "An old .xls file: open it in Excel, save it as “CSV UTF-8” and send that.")
      ]
    }
    // A workbook of Excel is a zip file (APPNOTE 4.3.7).
    if bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) {
      return [
        refused(
          file, "Tệp này là sổ Excel. Hãy mở bằng Excel, chọn Lưu thành “CSV UTF-8” rồi gửi lại.",
          "This file is a workbook. Open it in Excel, save it as “CSV UTF-8” and send that.")
      ]
    }
    return [
      CSVReader.read(bytes, file: file, limits: CSVLimits(cellBytes: 2000), score: score)
    ]
  }

  private static func refused(
    _ file: String, _ vietnamese: String, _ english: String
  ) -> TextSheet {
    let place = SourceLocation(file: file, line: 1, column: 1)
    return TextSheet(
      file: file, rows: [],
      issues: [SourceIssue(place, LocalizedText(vi: vietnamese, en: english))])
  }
}
