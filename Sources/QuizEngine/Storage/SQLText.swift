/// The text of a statement without what means nothing: white space, comments, and quotes around
/// plain names, which differ between versions of SQLite.
enum SQLText {
  private static let (quote, doubleQuote, newline) = (UInt8(39), UInt8(34), UInt8(10))

  static func normalised(_ sql: [UInt8]) -> [UInt8] {
    var reader = Reader(sql)
    var result: [UInt8] = []
    while let piece = reader.next() {
      // A blank parts two words and two quoted texts; elsewhere it means nothing.
      if let last = result.last, let first = piece.first,
        isWord(last) && isWord(first) || last == first && [quote, doubleQuote, 96].contains(last)
      {
        result.append(32)
      }
      result += piece
    }
    return result
  }

  private static func isWord(_ octet: UInt8) -> Bool {
    switch octet {
    case 48...57, 65...90, 97...122, 95, 36, 128...: true
    default: false
    }
  }

  /// Words, quoted texts and single signs, one after the other.
  private struct Reader {
    private let sql: [UInt8]
    private var index = 0

    init(_ sql: [UInt8]) {
      self.sql = sql
    }

    mutating func next() -> [UInt8]? {
      skipBlanks()
      guard index < sql.count else { return nil }
      let octet = sql[index]
      if octet == quote || octet == doubleQuote || octet == 96 { return quoted(by: octet) }
      let start = index
      index += 1
      if isWord(octet) { while index < sql.count, isWord(sql[index]) { index += 1 } }
      return Array(sql[start..<index])
    }

    /// A quote inside is written twice; a plain name needs none around it.
    private mutating func quoted(by mark: UInt8) -> [UInt8] {
      let start = index
      index += 1
      while index < sql.count {
        if sql[index] == mark {
          guard index + 1 < sql.count, sql[index + 1] == mark else { break }
          index += 1
        }
        index += 1
      }
      index = min(index + 1, sql.count)
      let inside = sql[min(start + 1, index)..<max(start + 1, index - 1)]
      let isName = mark == doubleQuote && !inside.isEmpty && inside.allSatisfy(isWord)
      return isName ? Array(inside) : Array(sql[start..<index])
    }

    private mutating func skipBlanks() {
      while index < sql.count {
        if [9, 10, 12, 13, 32].contains(sql[index]) {
          index += 1
        } else if starts(with: [45, 45]) {
          while index < sql.count, sql[index] != newline { index += 1 }
        } else if starts(with: [47, 42]) {
          index += 2
          while index < sql.count, !starts(with: [42, 47]) { index += 1 }
          index = min(index + 2, sql.count)
        } else {
          return
        }
      }
    }

    private func starts(with mark: [UInt8]) -> Bool {
      index + 1 < sql.count && sql[index] == mark[0] && sql[index + 1] == mark[1]
    }
  }
}
