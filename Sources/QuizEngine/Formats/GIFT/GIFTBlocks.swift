/// The lines of a GIFT file gathered into questions.
struct GIFTBlock {
  /// Without comment lines and without blank lines.
  var content = GIFTSlice()
  /// From the comments above and inside.
  var ids: [(id: String, offset: Int)] = []
  var tags: [String] = []
}

/// Cuts a file at its blank lines, takes comment lines out and reads their `[id:]` and `[tag:]`.
struct GIFTBlocks {
  /// Longer ids and tags are remarks.
  private static let longestNote = 255

  private let bytes: [UInt8]
  private(set) var blocks: [GIFTBlock] = []
  private var current = GIFTBlock()
  private var text: [UInt8] = []
  private var offsets: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0a || $0 == 0x0d } ?? bytes.count
      take(start..<end)
      let isPair = end + 1 < bytes.count && bytes[end] == 0x0d && bytes[end + 1] == 0x0a
      start = end + (isPair ? 2 : 1)
    }
    finishBlock()
  }

  private mutating func take(_ line: Range<Int>) {
    let visible = bytes[line][GIFTSpace.end(ofRunStarting: bytes[line])...]
    if visible.isEmpty {
      finishBlock()
    } else if visible.starts(with: "//".utf8) {
      takeComment(visible)
    } else {
      // A category needs no blank line behind it.
      let isCategory = visible.starts(with: GIFTParser.categoryMarker)
      if isCategory { finishBlock() }
      text += bytes[line]
      offsets += line
      text.append(0x0a)
      offsets.append(line.upperBound)
      if isCategory { finishBlock() }
    }
  }

  /// Ends a block that has text; comments alone wait for the question that follows.
  private mutating func finishBlock() {
    guard !text.isEmpty else { return }
    current.content = GIFTSlice(bytes: text, offsets: offsets)
    blocks.append(current)
    current = GIFTBlock()
    text.removeAll()
    offsets.removeAll()
  }

  private mutating func takeComment(_ comment: ArraySlice<UInt8>) {
    var index = comment.startIndex
    while index < comment.endIndex {
      let rest = comment[index...]
      let isID = rest.starts(with: "[id:".utf8)
      guard isID || rest.starts(with: "[tag:".utf8) else {
        index += 1
        continue
      }
      let start = index + (isID ? 4 : 5)
      // Without a bracket behind it nothing further on is closed either.
      guard let (value, end) = bracketed(comment[start...]) else { return }
      if !value.isEmpty, value.utf8.count <= Self.longestNote {
        if isID { current.ids.append((value, index)) } else { current.tags.append(value) }
      }
      index = end
    }
  }

  /// The text up to the closing bracket, where `\]` stands for a bracket in it.
  private func bracketed(_ bytes: ArraySlice<UInt8>) -> (text: String, end: Int)? {
    var text: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "]") {
        let trimmed = GIFTSlice(bytes: text, offsets: Array(text.indices)).trimmed
        return (String(decoding: trimmed.bytes, as: UTF8.self), index + 1)
      }
      if byte == UInt8(ascii: "\\"), index + 1 < bytes.endIndex,
        bytes[index + 1] == UInt8(ascii: "]")
      {
        index += 1
      }
      text.append(bytes[index])
      index += 1
    }
    return nil
  }
}
