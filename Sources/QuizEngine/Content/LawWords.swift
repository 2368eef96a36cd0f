/// Words by which a text states law rather than advice.
enum LawWords {
  /// Names of texts: enough by themselves.
  private static let texts = [
    "Luật An ninh mạng", "Luật Bảo vệ", "Luật Trẻ em", "Luật Nhà giáo", "Luật Trí tuệ",
    "Luật Xử lý",
    "Nghị định", "Bộ luật", "Thông tư", "Cybersecurity Law", "Protection Law", "Decree",
    "Criminal Code", "Civil Code", "Circular",
  ]
  /// Words that name an article only with a number behind them; `Điều này` is “this thing”.
  private static let articles = ["Điều ", "khoản ", "Article "]

  static func mentionsLaw(_ text: String) -> Bool {
    if texts.contains(where: { text.contains($0) }) { return true }
    return articles.contains { word in
      text.ranges(of: word).contains { range in
        text[range.upperBound...].unicodeScalars.first.map { ("0"..."9").contains($0) } ?? false
      }
    }
  }
}
