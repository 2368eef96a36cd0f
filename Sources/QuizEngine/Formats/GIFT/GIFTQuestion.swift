/// The markup of a GIFT text.
package enum GIFTFormat: String, CaseIterable, Hashable, Sendable {
  case moodle
  case html
  case markdown
  case plain
}

/// A text with its markup, escapes already resolved.
package struct GIFTText: Hashable, Sendable {
  package let format: GIFTFormat
  package let text: String

  package init(_ text: String, format: GIFTFormat = .moodle) {
    self.format = format
    self.text = text
  }
}

/// One answer of a choice or short-answer question.
package struct GIFTChoice: Hashable, Sendable {
  /// Whether it was marked `=`; in a question with several answers, weights decide instead.
  package let isRight: Bool
  /// Percent, from `%50%`; nil when none was written.
  package let weight: GIFTDecimal?
  package let text: GIFTText
  package let feedback: GIFTText?
  package let location: SourceLocation
}

/// One line of a matching question; an empty prompt is an answer that fits nothing.
package struct GIFTPair: Hashable, Sendable {
  package let prompt: GIFTText
  package let answer: String
  package let location: SourceLocation
}

/// What a numerical answer must be.
package enum GIFTNumericKey: Hashable, Sendable {
  case exact(GIFTDecimal)
  /// Written `value:tolerance`.
  case within(GIFTDecimal, tolerance: GIFTDecimal)
  /// Written `low..high`, both included.
  case range(low: GIFTDecimal, high: GIFTDecimal)
  /// `*`, or nothing before the feedback: everything else.
  case any
}

/// One accepted (or commented) number.
package struct GIFTNumericChoice: Hashable, Sendable {
  package let isRight: Bool
  package let weight: GIFTDecimal?
  package let key: GIFTNumericKey
  package let feedback: GIFTText?
  package let location: SourceLocation
}

/// What has to be done with a question.
package enum GIFTKind: Hashable, Sendable {
  /// No answer block at all.
  case description
  case essay
  /// `wrong` and `right` are shown after a wrong and a right answer; in the file `wrong` is first.
  case trueFalse(Bool, wrong: GIFTText?, right: GIFTText?)
  /// Several answers may be ticked exactly when none is marked `=`.
  case choice([GIFTChoice])
  case shortAnswer([GIFTChoice])
  case matching([GIFTPair])
  case numerical([GIFTNumericChoice])
}

/// One question of a GIFT file.
package struct GIFTQuestion: Hashable, Sendable {
  /// From `[id:…]` in the comments above.
  package let id: String?
  /// From `[tag:…]` in the comments above, in order.
  package let tags: [String]
  package let title: String?
  /// The text before the answers.
  package let stem: GIFTText
  /// The text behind the answers, which makes them a gap in a sentence.
  package let tail: GIFTText?
  package let kind: GIFTKind
  package let generalFeedback: GIFTText?
  package let location: SourceLocation

  /// The whole text, with `_____` where the answers stood when there is a tail.
  package var prompt: GIFTText {
    guard let tail else { return stem }
    let gap = "_____ " + tail.text
    return GIFTText(stem.text.isEmpty ? gap : stem.text + " " + gap, format: stem.format)
  }

  /// Whether several answers may be ticked.
  package var allowsSeveral: Bool {
    guard case .choice(let choices) = kind else { return false }
    return !choices.contains(where: \.isRight)
  }
}

/// What a GIFT file consists of.
package enum GIFTEntry: Hashable, Sendable {
  /// The category of the questions that follow.
  case category(String, SourceLocation)
  case question(GIFTQuestion)
}

/// A GIFT file as read: what could be read and what is wrong.
package struct GIFTFile: Hashable, Sendable {
  package let entries: [GIFTEntry]
  /// Places that are no GIFT; their questions are missing from `entries`.
  package let syntaxIssues: [SourceIssue]
  /// Questions that can be read but not be graded as they are.
  package let contentIssues: [SourceIssue]

  package var questions: [GIFTQuestion] {
    entries.compactMap { if case .question(let question) = $0 { question } else { nil } }
  }

  /// Everything wrong, in the order of the file.
  package var issues: [SourceIssue] {
    (syntaxIssues + contentIssues).sorted {
      ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column)
    }
  }
}
