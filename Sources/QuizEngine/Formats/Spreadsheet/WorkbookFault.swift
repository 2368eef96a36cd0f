/// Why a file was not read as a workbook.
package enum WorkbookFault: Error, Hashable, Sendable {
  /// Excel 97–2003.
  case oldExcel
  case encrypted
  /// LibreOffice's own format.
  case openDocument
  /// Excel's binary workbook, `.xlsb`.
  case binary
  /// A document or slides of Office.
  case otherOffice
  /// A zip file of something else.
  case notWorkbook
  case damaged
  /// XML with a document type, which no spreadsheet writes.
  case doctype
  /// More than is read, or a bomb.
  case tooLarge
  /// More sheets than this many.
  case tooManySheets(Int)

  init(_ fault: ZipFault) {
    switch fault {
    case .encrypted: self = .encrypted
    case .tooLarge, .bomb, .tooManyEntries, .unusual: self = .tooLarge
    default: self = .damaged
    }
  }

  init(_ fault: XMLFault) {
    switch fault.kind {
    case .doctype, .entity: self = .doctype
    case .tooDeep, .tooManyNodes, .tooLarge: self = .tooLarge
    case .encoding, .malformed: self = .damaged
    }
  }

  /// What happened and the way out.
  package var message: LocalizedText {
    switch self {
    case .oldExcel:
      LocalizedText(
        vi: "Tệp .xls kiểu cũ: mở bằng Excel, chọn Lưu thành .xlsx rồi gửi lại.",
        en: "An old .xls file: open it in Excel, save it as .xlsx and send that.")
    case .encrypted:
      LocalizedText(
        vi: "Tệp có mật khẩu nên chưa đọc được. Hãy mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > "
          + "Bảo vệ sổ làm việc), lưu rồi gửi lại.",
        en: "The file has a password, so it was not read. Open it in Excel, take the password off "
          + "(File > Info > Protect Workbook), save and send it again.")
    case .openDocument:
      LocalizedText(
        vi: "Tệp .ods của LibreOffice: hãy mở ra, chọn Lưu thành loại Excel (.xlsx) rồi gửi lại.",
        en: "An .ods file of LibreOffice: open it, save it as Excel (.xlsx) and send that.")
    case .binary:
      LocalizedText(
        vi: "Tệp .xlsb: hãy mở bằng Excel, chọn Lưu thành .xlsx rồi gửi lại.",
        en: "An .xlsb file: open it in Excel, save it as .xlsx and send that.")
    case .otherOffice:
      LocalizedText(
        vi: "Đây là tệp văn bản hoặc trình chiếu, không phải bảng tính. Hãy chép bảng sang Excel, "
          + "lưu thành .xlsx rồi gửi lại.",
        en: "This is a document or slides, not a spreadsheet. Copy the table into Excel, save it "
          + "as .xlsx and send that.")
    case .notWorkbook:
      LocalizedText(
        vi: "Đây là tệp nén, không phải bảng tính Excel. Hãy giải nén rồi gửi tệp .xlsx bên trong.",
        en: "This is a zip file, not an Excel workbook. Unpack it and send the .xlsx file inside.")
    case .tooManySheets(let most):
      LocalizedText(
        vi: "Sổ Excel có hơn \(most) trang tính. Hãy xoá các trang không cần rồi gửi lại.",
        en: "The workbook has more than \(most) sheets. Delete those you do not need and send it "
          + "again.")
    case .damaged:
      LocalizedText(
        vi: "Tệp Excel bị hỏng hoặc tải lên chưa trọn nên chưa đọc được dòng nào. Hãy mở lại bằng "
          + "Excel, lưu thành tệp mới rồi gửi lại.",
        en: "The Excel file is damaged or did not arrive whole, so no row was read. Open it in "
          + "Excel, save it as a new file and send that.")
    case .doctype:
      LocalizedText(
        vi: "Tệp chứa khai báo DOCTYPE mà Excel không bao giờ ghi, nên không được đọc. Hãy mở bằng "
          + "Excel, lưu thành tệp mới rồi gửi lại.",
        en: "The file holds a DOCTYPE, which Excel never writes, so it was not read. Open it in "
          + "Excel, save it as a new file and send that.")
    case .tooLarge:
      LocalizedText(
        vi: "Tệp bung ra quá lớn nên không được đọc. Hãy chép các ô cần thiết sang một sổ mới, lưu "
          + "thành .xlsx rồi gửi lại.",
        en: "The file unpacks to more than is read. Copy the cells you need to a new workbook, "
          + "save it as .xlsx and send that.")
    }
  }
}
