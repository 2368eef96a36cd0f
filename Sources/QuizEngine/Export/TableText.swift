extension Table {
  /// The table in aligned columns for a terminal, one line a row, ending with a line break.
  package func text(_ language: Language) -> String {
    let titles = columns.map { Self.plain($0.title[language]) }
    let body = rows.map { row in row.map { Self.plain($0.text(language)) } }
    var widths = titles.map(\.count)
    for row in body {
      for (index, cell) in row.enumerated() where index < widths.count {
        widths[index] = max(widths[index], cell.count)
      }
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return ([titles, rule] + body).map { line($0, widths) + "\n" }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() where index < widths.count {
      let space = String(repeating: " ", count: max(0, widths[index] - cell.count))
      if index > 0 { line += "  " }
      line += columns[index].kind == .number ? space + cell : cell + space
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Without control characters: a name must not steer the reader's terminal.
  private static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .format: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
