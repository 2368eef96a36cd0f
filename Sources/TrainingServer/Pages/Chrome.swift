import QuizEngine

/// What every page is told besides its own model.
struct Chrome: Sendable {
  let language: Language
  /// Nil when nobody is signed in.
  let viewer: Viewer?
  /// Goes back with every form in the hidden field `_csrf`.
  let formToken: String
  /// The page's own address; the language form comes back to it.
  let route: Route
  var flash: Flash?
  /// The instant of the request.
  let now: Instant

  /// The person for whom the page is made.
  struct Viewer: Sendable {
    let name: String
    let roles: Set<Role>
  }

  /// The outcome of what was just done, told once.
  struct Flash: Sendable {
    let tone: Tone
    let text: LocalizedText
  }

  /// The words of an area in the page's language.
  func say<Words>(_ words: Words) -> Said<Words> {
    Said(words: words, language: language, address: address)
  }

  subscript(text: LocalizedText) -> String { text[language] }

  /// One of two texts made with values.
  func either(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  func has(_ roles: Role...) -> Bool {
    !(viewer?.roles.isDisjoint(with: roles) ?? true)
  }

  /// How the reader is spoken to.
  var address: Address { Address(roles: viewer?.roles) }

  /// Whether signing in should lead back here; the page of a card leads on by itself.
  var isPublicPage: Bool {
    let sections: [Route] = [.courses, .help, .verify, .law(""), .problem("")]
    return sections.contains { route.path.hasPrefix($0.path) }
  }

  /// Pupils and strangers are spoken to as pupils.
  var speaksToPupil: Bool { !has(.teacher, .organizer, .admin, .auditor) }
}

/// The colour of a message; always beside an icon and words.
enum Tone: String, CaseIterable, Sendable {
  case good, warn, bad, info

  var icon: Icon {
    switch self {
    case .good: .saved
    case .warn: .warning
    case .bad: .wrong
    case .info: .info
    }
  }
}

/// Words that lead somewhere.
struct Link: Sendable {
  let text: String
  let route: Route

  init(_ text: String, _ route: Route) {
    self.text = text
    self.route = route
  }
}
