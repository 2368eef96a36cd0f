/// A piece of a paragraph as the inline parser leaves it: flat, in the order of the text.
struct MarkdownToken {
  enum Kind {
    case text
    /// Resolved character references, kept beside the text.
    case resolved
    case softBreak
    case hardBreak
    case code
    case html
    /// An autolink; `index` is that of its target.
    case autolink
    /// A run of `*` or `_`; `index` is that of its delimiter.
    case delimiter
    /// `[` or `![`; text unless a link was made of it.
    case bracket
    case linkStart
    /// The end of a link: the rest of its source, so that too deep links stay visible.
    case linkEnd
  }

  var kind: Kind
  var start: Int
  var end: Int
  var index = 0
}

/// Where a link or image leads.
struct MarkdownTarget {
  let destination: String
  let title: String?
  let isImage: Bool
  let offset: Int
}

/// A run of `*` or `_` (CommonMark 0.31.2, section 6.2).
struct MarkdownDelimiter {
  let character: UInt8
  /// The run's whole length, which the rule of three looks at.
  let length: Int
  /// How much of it is still text.
  var count: Int
  let canOpen: Bool
  let canClose: Bool
  /// The neighbours that are still candidates.
  var previous: Int?
  var next: Int?
  /// What it closes, in order, and what it opens, outermost first: lists of marks.
  var firstClosed: Int?
  var lastClosed: Int?
  var firstOpened: Int?
}

/// An opening or closing of emphasis, as an entry of a list.
struct MarkdownMark {
  let isStrong: Bool
  var next: Int?
}

/// An open `[` or `![`.
struct MarkdownBracket {
  let token: Int
  let isImage: Bool
  /// Where its text begins.
  let textStart: Int
  /// The last candidate before it.
  let delimiter: Int?
  /// Whether another bracket followed, so that its text cannot be a label.
  var isFollowed = false
}
