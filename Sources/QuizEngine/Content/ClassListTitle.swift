/// What rows above, between and below the table say.
enum ClassListTitle {
  /// The class that a title names: “DANH SÁCH HỌC SINH LỚP 6C”, “Lớp: 10 Anh - Năm học 2026”.
  static func className(in row: TextRow) -> String? {
    let text = row.cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    guard text.utf8.count <= 300 else { return nil }
    let words = text.split { $0 == " " || $0 == ":" || $0 == "\u{a0}" || $0 == "\n" }
    for (index, word) in words.enumerated() where foldedName(String(word)) == "lop" {
      guard let first = words.dropFirst(index + 1).first,
        first.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false
      else { continue }
      var name: [String] = []
      for word in words.dropFirst(index + 1).prefix(3) {
        let bare = word.prefix { !",;.–-()".contains($0) }
        let folded = foldedName(String(bare))
        if bare.isEmpty || stops.contains(folded) { break }
        name.append(String(bare))
        if bare.count < word.count { break }
      }
      if !name.isEmpty { return name.joined(separator: " ") }
    }
    return nil
  }

  private static let stops: Set<String> = [
    "nam", "hoc", "hk", "hki", "hkii", "hk1", "hk2", "nien", "truong", "gvcn", "si", "co", "tong",
  ]

  /// Whether a row's text belongs below a table, and not into it.
  static func isFooter(_ text: String) -> Bool {
    guard text.utf8.count <= 300 else { return false }
    // With its marks: “Tống Công Minh” is a pupil, “Tổng cộng: 40” is none.
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    // “Bình Minh, ngày 28 tháng 11 năm 2026” above a signature.
    let hasDate = words.indices.contains { words[$0...].starts(with: ["ngày", "tháng", "năm"]) }
    return hasDate || openings.contains { words.starts(with: $0) }
  }

  private static let openings = [
    "tổng số", "tổng cộng", "sĩ số", "sỹ số", "danh sách này", "danh sách có", "danh sách gồm",
    "ấn định danh sách", "người lập", "giáo viên chủ nhiệm", "gvcn", "hiệu trưởng",
    "phó hiệu trưởng", "ban giám hiệu", "ký tên", "ký và ghi rõ", "ký ghi rõ", "xác nhận",
    "thủ trưởng", "ngày", "total",
  ].map { $0.split(separator: " ").map(String.init) }
}
