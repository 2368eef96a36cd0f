extension StepAction {
  /// The action in words that never change, as stored and hashed: `save 3 2 a,c`, `save 3 3 -`,
  /// `predict 1 3195`, `submit`, `expire`.
  package var text: String {
    switch self {
    case .saved(let slot, let revision, let response):
      "save \(slot) \(revision) \(response.stepText)"
    case .predicted(let revision, let value): "predict \(revision) \(value)"
    case .submitted: "submit"
    case .expired: "expire"
    }
  }

  /// Reads what `text` wrote; nil for anything else.
  package init?(text: String) {
    let words = text.split(separator: " ")
    switch (words.first, words.count) {
    case ("save", 4):
      guard let slot = Int(words[1]), let revision = Int(words[2]),
        let response = Response(stepText: words[3])
      else { return nil }
      self = .saved(slot: slot, revision: revision, response: response)
    case ("predict", 3):
      guard let revision = Int(words[1]), let value = Int(words[2]) else { return nil }
      self = .predicted(revision: revision, value: value)
    case ("submit", 1): self = .submitted
    case ("expire", 1): self = .expired
    default: return nil
    }
  }
}

extension Response {
  /// `-` for cleared, `b` for a choice, `a,c` for choices, `b,` for choices of one.
  fileprivate var stepText: String {
    switch self {
    case .cleared: "-"
    case .choice(let letter): letter.text
    case .choices(let letters) where letters.count == 1: letters[0].text + ","
    case .choices(let letters): letters.map(\.text).joined(separator: ",")
    }
  }

  fileprivate init?(stepText: Substring) {
    if stepText == "-" {
      self = .cleared
      return
    }
    let parts = stepText.split(separator: ",")
    let letters = parts.compactMap { OptionLetter(String($0)) }
    guard !letters.isEmpty, letters.count == parts.count else { return nil }
    self = stepText.contains(",") ? .choices(letters) : .choice(letters[0])
  }
}
