/// Tells which tags of a text in Moodle's format are markup.
///
/// They have a partner, or need none: “Thẻ <b> làm chữ đậm” is a sentence about a tag.
struct HTMLPairs {
  /// For each token whether it is markup.
  private(set) var isMarkup: [Bool]

  init(_ tokens: [HTMLToken]) {
    isMarkup = Array(repeating: false, count: tokens.count)
    var open: [String: [Int]] = [:]
    var hasList = false
    for (index, token) in tokens.enumerated() {
      guard case .tag(let tag) = token else { continue }
      if HTMLElement.isVoid(tag.name) {
        isMarkup[index] = !tag.isEnd
      } else if !tag.isEnd {
        open[tag.name, default: []].append(index)
      } else if let start = open[tag.name]?.popLast() {
        isMarkup[start] = true
        isMarkup[index] = true
        hasList = hasList || Self.holdsItems(tag.name)
      }
    }
    guard hasList else { return }
    for (index, token) in tokens.enumerated() {
      if case .tag(let tag) = token, HTMLElement.mayLackEnd(tag.name) { isMarkup[index] = true }
    }
  }

  private static func holdsItems(_ name: String) -> Bool {
    switch name {
    case "ul", "ol", "dl", "table", "menu", "dir": true
    default: false
    }
  }
}
