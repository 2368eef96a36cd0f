/// Columns that rival each other.
extension ClassListLayout {
  /// Columns that say the same thing differently: whoever reads on would guess.
  func contradictions(_ heading: TextRow, _ body: [TextRow], year: Int) -> [SourceIssue] {
    let compared: [ClassListField] = [
      .name, .family, .given, .className, .code, .identity, .personalNumber, .birth, .role,
      .username,
    ]
    return compared.compactMap { field -> SourceIssue? in
      guard let columns = rivals[field], let first = columns.first else { return nil }
      for other in columns.dropFirst() {
        for row in body where !row[first].isEmpty && !row[other].isEmpty {
          guard meaning(row[first], field, year) != meaning(row[other], field, year)
          else { continue }
          return twice(heading, row, first, other)
        }
      }
      return nil
    }
  }

  private func meaning(_ text: String, _ field: ClassListField, _ year: Int) -> String {
    switch field {
    case .birth: birthYear(text, latest: year).map(String.init) ?? text
    case .className: classSlug(text)
    default: foldedName(text)
    }
  }

  private func twice(
    _ heading: TextRow, _ row: TextRow, _ first: Int, _ other: Int
  ) -> SourceIssue {
    let names = (self.heading(first) ?? "", self.heading(other) ?? "")
    let texts = (clipped(row[first], 30), clipped(row[other], 30))
    return SourceIssue(
      heading.location(other),
      LocalizedText(
        vi: "Cột “\(names.0)” (cột \(first + 1)) và “\(names.1)” (cột \(other + 1)) cùng một ý "
          + "nhưng khác nhau ở dòng \(row.line): “\(texts.0)” và “\(texts.1)”. Hãy xoá hoặc đổi tên "
          + "một cột.",
        en: "The columns “\(names.0)” (column \(first + 1)) and “\(names.1)” (column \(other + 1)) "
          + "mean the same but differ on line \(row.line): “\(texts.0)” and “\(texts.1)”. Delete or "
          + "rename one."))
  }
}
