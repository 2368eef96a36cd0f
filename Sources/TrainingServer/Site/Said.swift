import QuizEngine

/// The words of one area in one language: `said.save` is a string, ready for a page.
@dynamicMemberLookup
struct Said<Words: Sendable>: Sendable {
  let words: Words
  let language: Language
  /// Whoever reads it.
  var address = Address.pupil

  subscript(dynamicMember word: KeyPath<Words, LocalizedText>) -> String {
    address.said(words[keyPath: word][language])
  }

  /// One of two texts made with values.
  func either(_ vietnamese: String, _ english: String) -> String {
    switch language {
    case .vietnamese: address.said(vietnamese)
    case .english: english
    }
  }
}

/// A word in both languages; short, since the lists of words are long.
func both(_ vietnamese: String, _ english: String) -> LocalizedText {
  LocalizedText(vi: vietnamese, en: english)
}
