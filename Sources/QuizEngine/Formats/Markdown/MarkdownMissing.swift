/// Ends of raw HTML known to be absent from the rest of a text, so that none is sought twice.
struct MarkdownMissing: OptionSet {
  let rawValue: UInt8

  static let comment = MarkdownMissing(rawValue: 1)
  static let instruction = MarkdownMissing(rawValue: 2)
  static let declaration = MarkdownMissing(rawValue: 4)
  static let characterData = MarkdownMissing(rawValue: 8)
}
