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
  package init?(octets: UnsafeRawBufferPointer) {
    let words = octets.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard let verb = words.first else { return nil }
    switch (words.count, String(decoding: verb, as: UTF8.self)) {
    case (4, "save"):
      guard let slot = Int(decimal: words[1]), let revision = Int(decimal: words[2]),
        let response = Response(stepText: words[3])
      else { return nil }
      self = .saved(slot: slot, revision: revision, response: response)
    case (3, "predict"):
      guard let revision = Int(decimal: words[1]), let value = Int(decimal: words[2]) else {
        return nil
      }
      self = .predicted(revision: revision, value: value)
    case (1, "submit"): self = .submitted
    case (1, "expire"): self = .expired
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

  fileprivate init?(stepText octets: Slice<UnsafeRawBufferPointer>) {
    guard let first = octets.first else { return nil }
    if octets.count == 1 {
      if first == UInt8(ascii: "-") {
        self = .cleared
        return
      }
      guard let letter = OptionLetter(octet: first) else { return nil }
      self = .choice(letter)
      return
    }
    // Letters and commas in turn; `b,` is one choice of many.
    var letters: [OptionLetter] = []
    for (place, octet) in octets.enumerated() {
      if place % 2 == 1 {
        guard octet == UInt8(ascii: ",") else { return nil }
      } else {
        guard let letter = OptionLetter(octet: octet) else { return nil }
        letters.append(letter)
      }
    }
    guard octets.count % 2 == 1 || letters.count == 1 else { return nil }
    self = .choices(letters)
  }
}
