/// Code spans (CommonMark 0.31.2, section 6.1).
extension MarkdownInlineParser {
  mutating func readCode() {
    let length = backticks(at: position)
    guard let close = closingBackticks(of: length, from: position + length) else {
      return addText(upTo: position + length)
    }
    tokens.append(MarkdownToken(kind: .code, start: position + length, end: close))
    position = close + length
  }

  private func backticks(at index: Int) -> Int {
    var stop = index
    while byte(at: stop) == MarkdownByte.backtick { stop += 1 }
    return stop - index
  }

  /// Where the next run of the same length starts; known in advance when there is none.
  private mutating func closingBackticks(of length: Int, from index: Int) -> Int? {
    if lastBackticks == nil { lastBackticks = findLastBackticks(from: index) }
    guard let last = lastBackticks?[length], last >= index else { return nil }
    var index = index
    while index <= last {
      if text[index] == MarkdownByte.backtick {
        let run = backticks(at: index)
        if run == length { return index }
        index += run
      } else {
        index += 1
      }
    }
    return nil
  }

  private func findLastBackticks(from index: Int) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var index = index
    while index < end {
      if text[index] == MarkdownByte.backtick {
        let run = backticks(at: index)
        found[run] = index
        index += run
      } else {
        index += 1
      }
    }
    return found
  }

  /// What a code span shows: line endings as spaces, one space of padding dropped on both sides.
  func codeText(_ range: Range<Int>) -> String {
    var bytes = text[range]
    let isBlank = bytes.allSatisfy { $0 == MarkdownByte.space || $0 == MarkdownByte.newline }
    if !isBlank, let first = bytes.first, let last = bytes.last,
      first == MarkdownByte.space || first == MarkdownByte.newline,
      last == MarkdownByte.space || last == MarkdownByte.newline
    {
      bytes = bytes.dropFirst().dropLast()
    }
    guard bytes.contains(MarkdownByte.newline) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    return String(
      decoding: bytes.map { $0 == MarkdownByte.newline ? MarkdownByte.space : $0 }, as: UTF8.self)
  }
}
