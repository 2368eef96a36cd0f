/// Finds TeX between `\(…\)`, `\[…\]` and `$$…$$`, as Moodle's filter does.
enum TextFormula {
  /// Words cut into text and formulas, in order; nothing is left out.
  static func spans(_ words: [UInt8]) -> [TextSpan] {
    var spans: [TextSpan] = []
    var start = 0
    var index = 0
    var missing: Set<UInt8> = []
    while index + 1 < words.count {
      guard let close = closing(words[index], words[index + 1]), !missing.contains(close.1) else {
        index += 1
        continue
      }
      guard let end = find(close, in: words, from: index + 2) else {
        // Looked for once to the end: what opens later of this kind does not close either.
        missing.insert(close.1)
        index += 2
        continue
      }
      if end > index + 4 {
        append(words[start..<index], to: &spans)
        spans.append(.formula(String(decoding: words[index..<end], as: UTF8.self)))
        start = end
      }
      index = end
    }
    append(words[start...], to: &spans)
    return spans
  }

  private static func append(_ words: ArraySlice<UInt8>, to spans: inout [TextSpan]) {
    if !words.isEmpty { spans.append(.text(String(decoding: words, as: UTF8.self))) }
  }

  private static func closing(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8)? {
    switch (first, second) {
    case (UInt8(ascii: "\\"), UInt8(ascii: "(")): (UInt8(ascii: "\\"), UInt8(ascii: ")"))
    case (UInt8(ascii: "\\"), UInt8(ascii: "[")): (UInt8(ascii: "\\"), UInt8(ascii: "]"))
    case (UInt8(ascii: "$"), UInt8(ascii: "$")): (UInt8(ascii: "$"), UInt8(ascii: "$"))
    default: nil
    }
  }

  /// The index behind the next pair.
  private static func find(_ pair: (UInt8, UInt8), in words: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 1 < words.count {
      if words[index] == pair.0, words[index + 1] == pair.1 { return index + 2 }
      index += 1
    }
    return nil
  }
}
