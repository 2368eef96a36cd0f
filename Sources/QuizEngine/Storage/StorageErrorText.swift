extension StorageError {
  /// What a person reads: what happened, what was kept, what to do.
  package var text: LocalizedText {
    switch kind {
    case .busy, .locked:
      LocalizedText(
        vi: "Dữ liệu đang bận. Thao tác này chưa được lưu; hãy thử lại sau vài giây.",
        en: "The data is busy. This was not saved; try again in a few seconds.")
    case .full:
      LocalizedText(
        vi: "Ổ đĩa của máy chủ đã đầy. Thao tác này chưa được lưu; những gì đã lưu trước đó "
          + "vẫn còn nguyên. Hãy giải phóng dung lượng rồi thử lại.",
        en: "The server's disk is full. This was not saved; everything saved before is intact. "
          + "Free some space, then try again.")
    case .outOfMemory:
      LocalizedText(
        vi: "Máy chủ tạm hết bộ nhớ. Thao tác này chưa được lưu; hãy thử lại sau vài giây.",
        en: "The server is out of memory for now. This was not saved; try again in a few seconds.")
    case .ioFailure:
      LocalizedText(
        vi: "Ổ đĩa của máy chủ báo lỗi. Máy chủ ngừng nhận bài để không làm mất dữ liệu; "
          + "những gì đã xác nhận vẫn còn. Hãy kiểm tra ổ đĩa rồi khởi động lại.",
        en: "The server's disk reported a failure. The server stopped accepting work so that "
          + "nothing is lost; what was confirmed is kept. Check the disk, then restart.")
    case .stopped:
      LocalizedText(
        vi: "Máy chủ đang dừng. Thao tác này chưa được lưu; hãy thử lại sau khi máy chủ chạy lại.",
        en: "The server is stopping. This was not saved; try again when it runs again.")
    case .constraint, .misuse, .readOnly:
      LocalizedText(
        vi: "Máy chủ không ghi được thao tác này vì một lỗi của chương trình. "
          + "Dữ liệu cũ vẫn còn nguyên; hãy báo cho người quản trị.",
        en: "The server could not record this because of a fault in the program. "
          + "Earlier data is intact; tell the administrator.")
    case .corrupt, .notADatabase, .cannotOpen, .foreign, .newer, .inUse: fileText
    }
  }

  private var fileText: LocalizedText {
    switch kind {
    case .foreign(let id):
      LocalizedText(
        vi: "Tệp dữ liệu thuộc về một chương trình khác (mã \(id)). Tệp không bị thay đổi; "
          + "hãy chọn một thư mục dữ liệu khác.",
        en: "The data file belongs to another program (id \(id)). It was not changed; "
          + "choose another data folder.")
    case .newer(let schema, let known):
      LocalizedText(
        vi: "Dữ liệu được ghi bởi một phiên bản mới hơn (lược đồ \(schema), phiên bản này chỉ "
          + "biết đến \(known)). Dữ liệu không bị thay đổi; hãy cài phiên bản mới hơn.",
        en: "The data was written by a newer version (schema \(schema), this one knows up to "
          + "\(known)). It was not changed; install the newer version.")
    case .inUse(let pid):
      LocalizedText(
        vi: "Thư mục dữ liệu đang được một tiến trình khác sử dụng"
          + (pid.map { " (pid \($0))" } ?? "") + ". Hãy dừng tiến trình đó trước.",
        en: "Another process is using the data folder" + (pid.map { " (pid \($0))" } ?? "")
          + ". Stop it first.")
    case .notADatabase:
      LocalizedText(
        vi: "Tệp dữ liệu không phải là cơ sở dữ liệu của chương trình này hoặc đã bị cắt cụt. "
          + "Tệp không bị thay đổi; hãy khôi phục từ bản sao lưu.",
        en: "The data file is not a database of this program, or was cut short. "
          + "It was not changed; restore a backup.")
    case .cannotOpen:
      LocalizedText(
        vi: "Không mở được tệp trong thư mục dữ liệu (\(detail)). Hãy kiểm tra đường dẫn và "
          + "quyền truy cập.",
        en: "A file of the data folder cannot be opened (\(detail)). Check the path and its "
          + "permissions.")
    default:
      LocalizedText(
        vi: "Tệp dữ liệu bị hỏng. Hãy dừng máy chủ, giữ nguyên tệp và khôi phục từ bản sao lưu "
          + "gần nhất.",
        en: "The data file is damaged. Stop the server, keep the file as it is, and restore the "
          + "latest backup.")
    }
  }
}
