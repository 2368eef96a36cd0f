/// Emphasis: runs of `*` and `_`, matched from the inside out (CommonMark 0.31.2, appendix).
extension MarkdownInlineParser {
  mutating func readDelimiters() {
    let character = text[position]
    var stop = position
    while byte(at: stop) == character { stop += 1 }
    let before = MarkdownCharacter(before: position, in: text, from: start)
    let after = MarkdownCharacter(at: stop, in: text, end: end)
    let isLeft = after != .whitespace && (after != .punctuation || before != .other)
    let isRight = before != .whitespace && (before != .punctuation || after != .other)
    let isWordwise = character == MarkdownByte.star
    let delimiter = MarkdownDelimiter(
      character: character, length: stop - position, count: stop - position,
      canOpen: isLeft && (isWordwise || !isRight || before == .punctuation),
      canClose: isRight && (isWordwise || !isLeft || after == .punctuation),
      previous: lastDelimiter)
    delimiters.append(delimiter)
    let index = delimiters.count - 1
    if let last = lastDelimiter { delimiters[last].next = index }
    lastDelimiter = index
    tokens.append(
      MarkdownToken(kind: .delimiter, start: position, end: stop, index: index))
    position = stop
  }

  /// Matches the candidates after `bottom` and takes them off the list.
  mutating func matchEmphasis(after bottom: Int?) {
    let floor = bottom ?? -1
    // For each kind of closer, below which candidate no opener was found.
    var floors = [Int](repeating: floor, count: 12)
    var candidate = firstDelimiter(after: floor)
    while let closer = candidate {
      guard delimiters[closer].canClose else {
        candidate = delimiters[closer].next
        continue
      }
      let kind = floorIndex(delimiters[closer])
      if let opener = opener(for: closer, above: floors[kind]) {
        candidate = match(opener, closer)
      } else {
        candidate = delimiters[closer].next
        floors[kind] = closer - 1
        if !delimiters[closer].canOpen { remove(closer) }
      }
    }
    lastDelimiter = bottom
    if let bottom { delimiters[bottom].next = nil }
  }

  private func firstDelimiter(after floor: Int) -> Int? {
    guard var index = lastDelimiter, index > floor else { return nil }
    while let previous = delimiters[index].previous, previous > floor { index = previous }
    return index
  }

  private func floorIndex(_ closer: MarkdownDelimiter) -> Int {
    (closer.character == MarkdownByte.star ? 6 : 0) + (closer.canOpen ? 3 : 0)
      + closer.length % 3
  }

  private func opener(for closer: Int, above floor: Int) -> Int? {
    let close = delimiters[closer]
    var candidate = close.previous
    while let index = candidate, index > floor {
      let open = delimiters[index]
      if open.canOpen, open.character == close.character, fits(open, close) { return index }
      candidate = open.previous
    }
    return nil
  }

  /// The rule of three for runs that can both open and close.
  private func fits(_ open: MarkdownDelimiter, _ close: MarkdownDelimiter) -> Bool {
    guard close.canOpen || open.canClose else { return true }
    return (open.length + close.length) % 3 != 0 || close.length % 3 == 0
  }

  /// Makes one emphasis and returns the next candidate to close.
  private mutating func match(_ opener: Int, _ closer: Int) -> Int? {
    let isStrong = delimiters[opener].count >= 2 && delimiters[closer].count >= 2
    delimiters[opener].count -= isStrong ? 2 : 1
    delimiters[closer].count -= isStrong ? 2 : 1
    addMarks(isStrong: isStrong, opener, closer)
    delimiters[opener].next = closer
    delimiters[closer].previous = opener
    if delimiters[opener].count == 0 { remove(opener) }
    guard delimiters[closer].count == 0 else { return closer }
    remove(closer)
    return delimiters[closer].next
  }

  private mutating func addMarks(isStrong: Bool, _ opener: Int, _ closer: Int) {
    marks.append(MarkdownMark(isStrong: isStrong, next: delimiters[opener].firstOpened))
    delimiters[opener].firstOpened = marks.count - 1
    marks.append(MarkdownMark(isStrong: isStrong))
    if let last = delimiters[closer].lastClosed {
      marks[last].next = marks.count - 1
    } else {
      delimiters[closer].firstClosed = marks.count - 1
    }
    delimiters[closer].lastClosed = marks.count - 1
  }

  private mutating func remove(_ index: Int) {
    let (previous, next) = (delimiters[index].previous, delimiters[index].next)
    if let previous { delimiters[previous].next = next }
    if let next { delimiters[next].previous = previous } else { lastDelimiter = previous }
  }
}
