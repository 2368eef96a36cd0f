extension StepAction {
  /// The action in words that never change, as stored and hashed: `save 3 2 a,c`, `save 3 3 -`,
  /// `predict 1 3195`, `submit`, `expire`.
  package var text: String {
    var octets: [UInt8] = []
    appendText(to: &octets)
    return String(decoding: octets, as: UTF8.self)
  }

  /// Appends `text` as UTF-8, without making a text of it.
  func appendText(to octets: inout [UInt8]) {
    switch self {
    case .saved(let slot, let revision, let response):
      octets.append(contentsOf: "save ".utf8)
      octets.append(decimal: slot)
      octets.append(UInt8(ascii: " "))
      octets.append(decimal: revision)
      octets.append(UInt8(ascii: " "))
      response.appendStepText(to: &octets)
    case .predicted(let revision, let value):
      octets.append(contentsOf: "predict ".utf8)
      octets.append(decimal: revision)
      octets.append(UInt8(ascii: " "))
      octets.append(decimal: value)
    case .submitted: octets.append(contentsOf: "submit".utf8)
    case .expired: octets.append(contentsOf: "expire".utf8)
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
  fileprivate func appendStepText(to octets: inout [UInt8]) {
    switch self {
    case .cleared: octets.append(UInt8(ascii: "-"))
    case .choice(let letter): octets.append(letter.octet)
    case .choices(let letters):
      for letter in letters {
        octets.append(letter.octet)
        octets.append(UInt8(ascii: ","))
      }
      if letters.count > 1 { octets.removeLast() }
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
