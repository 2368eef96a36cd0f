/// Where a class list keeps what: which rows head the table, and what stands in which column.
struct ClassListLayout {
  private(set) var columns: [ClassListField: Int] = [:]
  /// The headings as written, by column.
  let headings: [String]
  /// Index of the first row below the headings.
  let bodyStart: Int
  /// Day, month and year of birth where they have columns of their own.
  private(set) var dateColumns: (day: Int, month: Int, year: Int)?
  /// The class that a title above the table names, and its line.
  let titleClass: (name: String, line: Int)?
  /// Whether the column of given names completes that of the names.
  private(set) var givenCompletesName = false
  /// Columns with the same meaning, left to right.
  private(set) var rivals: [ClassListField: [Int]] = [:]
  /// Columns whose heading is known.
  private var known: Set<Int> = []

  /// Finds the headings among the first rows; nil when no row looks like them.
  init?(_ rows: [TextRow]) {
    let head = rows.prefix(CSVReader.headRows).map(ClassListRowFields.init)
    guard let best = head.indices.max(by: { head[$0].score < head[$1].score }),
      let first = head.indices.first(where: { head[$0].score == head[best].score }),
      head[first].score >= 2
    else { return nil }
    var top = first
    if top > 0, head[top - 1].isHeading, head[top - 1].score >= 3 { top -= 1 }
    var below = top + 1
    if below < head.count, head[below].isHeading { below += 1 }
    let merged = ClassListRowFields(merging: head[top], below - top > 1 ? head[top + 1] : nil)
    if below < head.count, head[below].isNumbering { below += 1 }
    bodyStart = below
    headings = merged.headings
    titleClass =
      rows.prefix(top).reversed().lazy.compactMap { row in
        ClassListTitle.className(in: row).map { ($0, row.line) }
      }.first
    assign(merged.fields)
  }

  /// How much the best of these rows looks like the headings of a class list.
  static func score(_ rows: [TextRow]) -> Int {
    rows.map { ClassListRowFields($0).score }.max() ?? 0
  }

  private mutating func assign(_ fields: [ClassListField?]) {
    var isBesideParent = false
    for (column, field) in fields.enumerated() {
      guard let field else { continue }
      known.insert(column)
      if field == .parent { isBesideParent = true }
      guard field.isRead else { continue }
      let isBirth = [.birth, .day, .month, .year].contains(field)
      if isBirth, isBesideParent { continue }
      if !isBirth { isBesideParent = false }
      rivals[field, default: []].append(column)
      if columns[field] == nil { columns[field] = column }
    }
    for column in fields.indices.dropLast(2) {
      let three = fields[column...column + 2].map { $0 }
      let isTriple =
        three == [.day, .month, .year] || three == [.birth, .month, .birth]
        || three == [.birth, .month, .year] || three == [.day, .month, .birth]
      if dateColumns == nil, isTriple {
        dateColumns = (column, column + 1, column + 2)
        columns[.birth] = column
        rivals[.birth] = nil
      }
    }
  }

  /// Whether a person's name can be read at all.
  var hasName: Bool {
    columns[.name] != nil || (columns[.family] != nil && columns[.given] != nil)
  }

  /// Columns with a heading that nothing is read from and that no list of a school is known for.
  var unknown: [Int] {
    headings.indices.filter { !headings[$0].isEmpty && !known.contains($0) }
  }

  /// The column that messages about the name point at.
  var nameColumn: Int? { columns[.name] ?? columns[.family] }

  /// The heading of a column, short enough for a message.
  func heading(_ column: Int?) -> String? {
    guard let column, headings.indices.contains(column), !headings[column].isEmpty
    else { return nil }
    return clipped(headings[column], 40)
  }

  mutating func setGiven(_ column: Int, completesName: Bool) {
    columns[.given] = column
    givenCompletesName = completesName
  }
}

/// One of the first rows, read as if it were headings.
struct ClassListRowFields {
  let headings: [String]
  let fields: [ClassListField?]
  private let filled: Int

  init(_ row: TextRow) {
    headings = row.cells.map(\.text)
    fields = headings.map(ClassListHeading.field)
    filled = headings.count { !$0.isEmpty }
  }

  /// Two rows of headings: what stands below is more exact.
  init(merging upper: ClassListRowFields, _ lower: ClassListRowFields?) {
    guard let lower else {
      self = upper
      return
    }
    let width = max(upper.headings.count, lower.headings.count)
    var headings: [String] = []
    var fields: [ClassListField?] = []
    for column in 0..<width {
      let above = upper.fields.indices.contains(column) ? upper.fields[column] : nil
      let below = lower.fields.indices.contains(column) ? lower.fields[column] : nil
      let belowText = lower.headings.indices.contains(column) ? lower.headings[column] : ""
      let takesLower =
        below != nil && (below != .other || above == nil)
        && (above == nil || !ClassListHeading.isAddition(belowText))
      let (source, field) = takesLower ? (lower, below) : (upper, above)
      let text = source.headings.indices.contains(column) ? source.headings[column] : ""
      headings.append(text.isEmpty ? belowText : text)
      fields.append(field)
    }
    self.headings = headings
    self.fields = fields
    filled = upper.filled
  }

  /// A name counts most, columns that are read more than those that are not.
  var score: Int {
    let found = Set(fields.compactMap { $0 })
    let hasName = found.contains(.name) || found.isSuperset(of: [.family, .given])
    let read = found.subtracting([.name, .family, .middle, .given, .other, .parent]).count
    return (hasName ? 4 : 0) + 2 * read + (found.contains(.other) ? 1 : 0)
  }

  /// Whether the row can be one of two heading rows: it says hardly anything but headings.
  var isHeading: Bool {
    let known = zip(fields, headings).count { field, text in
      field != nil || ClassListHeading.isAddition(text)
    }
    return known > 0 && known * 2 >= filled
  }

  /// Whether the row only numbers the columns: `(1) (2) (3)`.
  var isNumbering: Bool {
    let numbers = headings.filter { !$0.isEmpty }.map { foldedName($0) }
    return numbers.count > 1
      && numbers.enumerated().allSatisfy { index, text in
        text.utf8.count <= 2 && wholeNumber(text).map { $0 >= 1 && $0 <= index + 2 } ?? false
      }
  }
}

/// The beginning of a text that a message quotes: whatever a file holds, messages stay short.
package func clipped(_ text: String, _ count: Int) -> String {
  let scalars = text.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: count, limitedBy: scalars.endIndex),
    end != scalars.endIndex
  else { return text }
  return String(scalars[..<end]) + "…"
}
