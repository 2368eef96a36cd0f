/// Reads what stands between the braces.
struct GIFTAnswerReader {
  let format: GIFTFormat
  private(set) var source: SourceText

  /// One answer from its `=` or `~` up to the next.
  private struct Piece {
    let isRight: Bool
    /// Behind the marker.
    let body: GIFTSlice
    let offset: Int
  }

  mutating func read(
    _ answers: GIFTSlice
  ) throws(GIFTFaultAt) -> (kind: GIFTKind, generalFeedback: GIFTText?) {
    var body = answers
    var feedback: GIFTText?
    if let start = answers.last(of: "####") {
      feedback = GIFTTextReader.text(answers.from(start + 4), inheriting: format)
      body = answers.upTo(start)
    }
    body = body.trimmed
    if body.isEmpty { return (.essay, feedback) }
    return (try kind(of: body), feedback)
  }

  private mutating func kind(of body: GIFTSlice) throws(GIFTFaultAt) -> GIFTKind {
    if body.starts(with: "#") {
      return .numerical(try numbers(body.from(body.indices.lowerBound + 1), behind: body.offset))
    }
    if let trueFalse = trueFalse(body) { return trueFalse }
    if body.first("=") == nil, body.first("~") == nil {
      return .shortAnswer([try choice(Piece(isRight: true, body: body, offset: body.offset))])
    }
    let pieces = try pieces(of: body)
    let isMixed = pieces.contains { !$0.isRight }
    if !isMixed, pieces.first?.body.first(of: "->") != nil {
      var pairs: [GIFTPair] = []
      for piece in pieces { pairs.append(try pair(piece)) }
      return .matching(pairs)
    }
    var choices: [GIFTChoice] = []
    for piece in pieces { choices.append(try choice(piece)) }
    return isMixed ? .choice(choices) : .shortAnswer(choices)
  }

  private func trueFalse(_ body: GIFTSlice) -> GIFTKind? {
    let hash = body.first("#")
    let word = (hash.map { body.upTo($0) } ?? body).trimmed.bytes
    let isTrue = word.elementsEqual("T".utf8) || word.elementsEqual("TRUE".utf8)
    guard isTrue || word.elementsEqual("F".utf8) || word.elementsEqual("FALSE".utf8)
    else { return nil }
    guard let hash else { return .trueFalse(isTrue, wrong: nil, right: nil) }
    let rest = body.from(hash + 1)
    guard let second = rest.first("#") else {
      return .trueFalse(isTrue, wrong: text(rest), right: nil)
    }
    return .trueFalse(isTrue, wrong: text(rest.upTo(second)), right: text(rest.from(second + 1)))
  }

  private func text(_ slice: GIFTSlice) -> GIFTText? {
    GIFTTextReader.text(slice, inheriting: format)
  }

  /// Cuts before every unprotected `=` and `~`.
  private func pieces(of body: GIFTSlice) throws(GIFTFaultAt) -> [Piece] {
    var markers: [Int] = []
    body.forEachUnescaped { index in
      let byte = body.bytes[index]
      if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "~") { markers.append(index) }
      return false
    }
    if let first = markers.first, !body.upTo(first).trimmed.isEmpty {
      throw GIFTFaultAt(.textBeforeChoices, body.offset)
    }
    let ends = markers.dropFirst() + [body.indices.upperBound]
    let pieces = zip(markers, ends).map { start, end in
      Piece(
        isRight: body.bytes[start] == UInt8(ascii: "="), body: body.part(start + 1, end),
        offset: body.offset(at: start))
    }
    // “~=right” has an empty answer before the right one, which Moodle skips too.
    return pieces.enumerated().filter { index, piece in
      piece.isRight || index + 1 == pieces.count || !pieces[index + 1].isRight
        || !piece.body.trimmed.isEmpty
    }.map(\.element)
  }

  private mutating func choice(_ piece: Piece) throws(GIFTFaultAt) -> GIFTChoice {
    let (weight, rest) = try weighted(piece.body)
    let (body, feedback) = commented(rest)
    guard let text = text(body) else { throw GIFTFaultAt(.emptyChoice, piece.offset) }
    return GIFTChoice(
      isRight: piece.isRight, weight: weight, text: text, feedback: feedback,
      location: source.location(at: piece.offset))
  }

  private mutating func pair(_ piece: Piece) throws(GIFTFaultAt) -> GIFTPair {
    guard let arrow = piece.body.first(of: "->") else {
      throw GIFTFaultAt(.pairWithoutArrow, piece.offset)
    }
    let answer = GIFTTextReader.plain(piece.body.from(arrow + 2))
    guard !answer.isEmpty else { throw GIFTFaultAt(.pairWithoutArrow, piece.offset) }
    return GIFTPair(
      prompt: text(piece.body.upTo(arrow)) ?? GIFTText("", format: format), answer: answer,
      location: source.location(at: piece.offset))
  }

  /// A weight `%…%` at the start, and what follows it.
  ///
  /// Text that merely begins with a percent sign has no weight.
  private func weighted(
    _ slice: GIFTSlice
  ) throws(GIFTFaultAt) -> (GIFTDecimal?, GIFTSlice) {
    let slice = slice.trimmedStart
    guard slice.starts(with: "%") else { return (nil, slice) }
    let rest = slice.from(slice.indices.lowerBound + 1)
    guard let end = rest.bytes.firstIndex(of: UInt8(ascii: "%")),
      let weight = GIFTDecimal(rest.upTo(end).trimmed.bytes)
    else { return (nil, slice) }
    guard weight >= GIFTDecimal(-100), weight <= GIFTDecimal(100) else {
      throw GIFTFaultAt(.badWeight, slice.offset)
    }
    return (weight, rest.from(end + 1))
  }

  /// Splits off the feedback behind the first unprotected `#`.
  private func commented(_ slice: GIFTSlice) -> (GIFTSlice, GIFTText?) {
    guard let hash = slice.first("#") else { return (slice, nil) }
    return (slice.upTo(hash), text(slice.from(hash + 1)))
  }

  // MARK: Numbers

  /// What follows the `#` at offset `start`.
  private mutating func numbers(
    _ body: GIFTSlice, behind start: Int
  ) throws(GIFTFaultAt) -> [GIFTNumericChoice] {
    let body = body.trimmed
    if body.first("=") == nil, body.first("~") == nil {
      let offset = body.isEmpty ? start : body.offset
      return [try number(Piece(isRight: true, body: body, offset: offset))]
    }
    var choices: [GIFTNumericChoice] = []
    for piece in try pieces(of: body) { choices.append(try number(piece)) }
    return choices
  }

  private mutating func number(_ piece: Piece) throws(GIFTFaultAt) -> GIFTNumericChoice {
    let (weight, rest) = try weighted(piece.body)
    let (body, feedback) = commented(rest)
    let text = body.trimmed
    // A bare “~” means every other number; a bare “=” means nothing.
    guard let key = key(text.bytes), !text.isEmpty || feedback != nil || !piece.isRight else {
      throw GIFTFaultAt(
        .badNumber(String(decoding: text.bytes.prefix(40), as: UTF8.self)), piece.offset)
    }
    return GIFTNumericChoice(
      isRight: piece.isRight, weight: weight, key: key, feedback: feedback,
      location: source.location(at: piece.offset))
  }

  private func key(_ bytes: ArraySlice<UInt8>) -> GIFTNumericKey? {
    if bytes.isEmpty || bytes.elementsEqual("*".utf8) { return .any }
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      guard let value = decimal(bytes[..<colon]), let tolerance = decimal(bytes[(colon + 1)...]),
        tolerance >= GIFTDecimal(0)
      else { return nil }
      return .within(value, tolerance: tolerance)
    }
    for index in bytes.indices.dropLast() where bytes[index...].starts(with: "..".utf8) {
      guard let low = decimal(bytes[..<index]), let high = decimal(bytes[(index + 2)...]),
        low <= high
      else { return nil }
      return .range(low: low, high: high)
    }
    return decimal(bytes).map { .exact($0) }
  }

  private func decimal(_ bytes: ArraySlice<UInt8>) -> GIFTDecimal? {
    GIFTDecimal(GIFTSlice(bytes: Array(bytes), offsets: Array(bytes.indices)).trimmed.bytes)
  }
}
