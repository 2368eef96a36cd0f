/// The two languages of the product.
///
/// Vietnamese comes first everywhere.
package enum Language: String, CaseIterable, Hashable, Sendable {
  case vietnamese = "vi"
  case english = "en"
}

/// A text in both languages.
package struct LocalizedText: Hashable, Sendable {
  package let vietnamese: String
  package let english: String

  package init(vi vietnamese: String, en english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// The text in one language.
  package subscript(language: Language) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}
