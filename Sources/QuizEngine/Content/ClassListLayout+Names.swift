/// What the cells say about columns that the headings leave open.
extension ClassListLayout {
  /// “Họ và tên” over two columns, the second without a heading: its words are the given names.
  mutating func takeUnnamedGiven(_ body: [TextRow], in sheet: TextSheet) -> [SourceIssue] {
    guard let name = columns[.name] else { return [] }
    if let given = columns[.given] {
      setGiven(given, completesName: isApart(body, name, given))
      return []
    }
    let next = name + 1
    guard headings.indices.contains(next) ? headings[next].isEmpty : true else { return [] }
    let texts = body.filter { !$0[name].isEmpty }.map { $0[next] }.filter { !$0.isEmpty }
    guard !texts.isEmpty, headings.indices.contains(next), texts.allSatisfy(isGivenName)
    else { return [] }
    setGiven(next, completesName: true)
    guard let first = body.first else { return [] }
    return [
      SourceIssue(
        first.location(next),
        LocalizedText(
          vi:
            "Cột \(next + 1) không có tên cột, được đọc là phần tên của “\(heading(name) ?? "")”.",
          en:
            "Column \(next + 1) has no heading; it is read as the given names of “\(heading(name) ?? "")”."
        ))
    ]
  }

  /// Whether the full name lacks what the column of given names holds.
  private func isApart(_ body: [TextRow], _ name: Int, _ given: Int) -> Bool {
    body.contains { row in
      !row[name].isEmpty && !row[given].isEmpty
        && !row[name].utf8.reversed().starts(with: row[given].utf8.reversed())
    }
  }

  private func isGivenName(_ text: String) -> Bool {
    text.utf8.count <= 60
      && text.allSatisfy { $0.isLetter || $0 == " " || $0 == "'" || $0 == "’" || $0 == "-" }
  }
}
