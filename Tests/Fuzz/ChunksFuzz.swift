/// Chunked bodies: compared with a second reader that is written straight from the grammar.
func fuzzChunks(_ bytes: [UInt8]) {
  let whole = decoded([bytes[...]])
  require(decoded(pieces(of: bytes)) == whole, "split-invariance")
  require(decoded(bytes.indices.map { bytes[$0...$0] }) == whole, "byte by byte")
  let expected = PlainChunks.read(bytes)
  switch whole {
  case .done(let body, let consumed):
    require(expected?.body == body && expected?.consumed == consumed, "as the grammar says")
    require(decoded([printed(body)[...]]) == .done(body, printed(body).count), "parse ∘ print = id")
  case .failed, .unfinished: require(expected == nil, "what the grammar allows is read")
  }
}

private enum Outcome: Equatable {
  case done([UInt8], Int)
  case failed(ParseError)
  case unfinished
}

private func decoded(_ pieces: [ArraySlice<UInt8>]) -> Outcome {
  var decoder = ChunkedDecoder(limits: Limits())
  var body: [UInt8] = []
  var consumed = 0
  for piece in pieces where !decoder.isDone {
    do throws(ParseError) {
      consumed += try feed(Array(piece), to: &decoder, &body)
    } catch { return .failed(error) }
  }
  return decoder.isDone ? .done(body, consumed) : .unfinished
}

private func feed(
  _ bytes: [UInt8], to decoder: inout ChunkedDecoder, _ body: inout [UInt8]
) throws(ParseError) -> Int {
  let result = bytes.withUnsafeBytes { raw in
    Result { () throws(ParseError) in
      try decoder.decode(raw, limit: PlainChunks.limit, into: &body, keeping: true)
    }
  }
  return try result.get()
}

/// The body in chunks of seven octets.
private func printed(_ body: [UInt8]) -> [UInt8] {
  var output: [UInt8] = []
  for start in stride(from: 0, to: body.count, by: 7) {
    let chunk = body[start..<min(body.count, start + 7)]
    output += Array("\(String(chunk.count, radix: 16));x=\"\\\"\"\r\n".utf8) + chunk + [13, 10]
  }
  return output + Array("0\r\nA: b\r\n\r\n".utf8)
}

/// RFC 9112 section 7.1 read over the whole body at once, with the limits of section 2.1 of the
/// project's own rules.
private enum PlainChunks {
  static let limit = 4096

  static func read(_ bytes: [UInt8]) -> (body: [UInt8], consumed: Int)? {
    var rest = bytes[...]
    var body: [UInt8] = []
    var extensions = 0
    while let line = line(&rest) {
      let end = line.firstIndex(of: 59) ?? line.endIndex
      guard let size = size(line[..<end]), isExtension(line[end...]), line[end...].count <= 256
      else { return nil }
      extensions += line[end...].count
      guard extensions <= 4096, body.count + size <= limit else { return nil }
      if size == 0 { return trailers(&rest) ? (body, rest.startIndex) : nil }
      guard rest.count >= size + 2 else { return nil }
      body += rest.prefix(size)
      rest = rest.dropFirst(size)
      guard rest.starts(with: [13, 10]) else { return nil }
      rest = rest.dropFirst(2)
    }
    return nil
  }

  private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let feed = rest.firstIndex(of: 10), feed > rest.startIndex, rest[feed - 1] == 13 else {
      return nil
    }
    defer { rest = rest[(feed + 1)...] }
    return rest[..<(feed - 1)]
  }

  private static func size(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...16).contains(digits.count), digits.allSatisfy({ $0.hexValue != nil }) else {
      return nil
    }
    return Int(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// `*( ";" name [ "=" ( token / quoted-string ) ] )`.
  private static func isExtension(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let first = rest.popFirst() {
      guard first == 59 else { return false }
      let name = rest.prefix { $0.isToken }
      rest = rest.dropFirst(name.count)
      guard !name.isEmpty else { return false }
      guard rest.first == 61 else { continue }
      rest = rest.dropFirst()
      guard rest.first == 34 ? quoted(&rest) : token(&rest) else { return false }
    }
    return true
  }

  private static func token(_ rest: inout ArraySlice<UInt8>) -> Bool {
    let token = rest.prefix { $0.isToken }
    rest = rest.dropFirst(token.count)
    return !token.isEmpty
  }

  private static func quoted(_ rest: inout ArraySlice<UInt8>) -> Bool {
    rest = rest.dropFirst()
    while var octet = rest.popFirst() {
      if octet == 34 { return true }
      if octet == 92 {
        guard let escaped = rest.popFirst() else { return false }
        octet = escaped
      }
      if octet.isControl, octet != 9 { return false }
    }
    return false
  }

  private static func trailers(_ rest: inout ArraySlice<UInt8>) -> Bool {
    let start = rest.startIndex
    while let line = line(&rest) {
      if rest.startIndex - start > 8192 { return false }
      if line.isEmpty { return true }
      let name = line.prefix { $0.isToken }
      guard !name.isEmpty, line.dropFirst(name.count).first == 58,
        line.allSatisfy({ !$0.isControl || $0 == 9 })
      else { return false }
    }
    return false
  }
}
