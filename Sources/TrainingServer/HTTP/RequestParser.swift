/// Turns bytes into one request after another, strictly and incrementally.
///
/// The caller shows all bytes not yet consumed; nothing of a head is consumed before it is
/// complete, so that it is copied once, and no byte of it is looked at twice.
struct RequestParser {
  /// What the bytes shown so far amount to.
  enum Event {
    case needMore
    /// A head with a body was read: call `admit` before going on.
    case head(RequestHead)
    case request(RequestHead, body: [UInt8])
    case failed(ParseError)
  }

  private enum Phase {
    case requestLine
    case fields
    case body(remaining: Int)
    case chunks(ChunkedDecoder)
    case failed(ParseError)
  }

  private let limits: Limits
  private var phase = Phase.requestLine
  private var scanned = 0
  private var lineStart = 0
  private var blankLines = 0
  private var headStart = 0
  private var fieldsStart = 0
  private var fieldCount = 0
  private var line: RequestLine?
  private var framing = Framing()
  private var known = KnownFields()
  /// The head of the request whose body is being read, or was refused.
  private(set) var head: RequestHead?
  private var body: [UInt8] = []
  private var bodyLimit = 0

  init(limits: Limits) {
    self.limits = limits
  }

  /// Whether nothing of a next request has been consumed or looked at.
  var isIdle: Bool {
    if case .requestLine = phase { scanned == 0 && blankLines == 0 } else { false }
  }

  /// Whether a head is complete and its body is not.
  var isInBody: Bool {
    switch phase {
    case .body, .chunks: true
    case .requestLine, .fields, .failed: false
    }
  }

  /// Whether the request being read, or refused, is a HEAD: its answer has no body.
  var isForHead: Bool { line?.method == .head }

  /// Reads on.
  ///
  /// `consumed` bytes must not be shown again; the others must.
  mutating func advance(_ bytes: UnsafeRawBufferPointer) -> (consumed: Int, event: Event) {
    do throws(ParseError) {
      switch phase {
      case .requestLine, .fields: return try readHead(bytes)
      case .body(let remaining): return readBody(bytes, remaining)
      case .chunks(let decoder): return try readChunks(bytes, decoder)
      case .failed(let error): throw error
      }
    } catch {
      phase = .failed(error)
      return (0, .failed(error))
    }
  }

  /// Sets the largest body this request may have; refuses a longer announced one at once.
  mutating func admit(limit: Int) throws(ParseError) {
    bodyLimit = limit
    guard case .body(let announced) = phase, announced > limit else { return }
    phase = .failed(.bodyTooLarge)
    throw .bodyTooLarge
  }
}

extension RequestParser {
  private mutating func readHead(
    _ bytes: UnsafeRawBufferPointer
  ) throws(ParseError) -> (Int, Event) {
    while let feed = bytes.offset(of: 10, from: scanned) {
      try checkFirstByte(bytes)
      try checkLength(feed - lineStart, feed + 1)
      guard feed > lineStart, bytes[feed - 1] == 13 else { throw lineError }
      let content = bytes.part(lineStart, feed - 1)
      let contentStart = lineStart
      scanned = feed + 1
      lineStart = feed + 1
      if line == nil {
        try readFirstLine(content)
      } else if content.isEmpty {
        return try finishHead(bytes, end: feed + 1)
      } else {
        try readField(content, at: contentStart)
      }
    }
    scanned = bytes.count
    try checkFirstByte(bytes)
    try checkLength(bytes.count - lineStart, bytes.count)
    return (0, .needMore)
  }

  private var lineError: ParseError {
    if line == nil { .requestLine } else { .field }
  }

  /// Tells at once when something else speaks, such as TLS to the plain port.
  private func checkFirstByte(_ bytes: UnsafeRawBufferPointer) throws(ParseError) {
    guard line == nil, lineStart < bytes.count else { return }
    guard bytes[lineStart].isToken || bytes[lineStart] == 13 else { throw .requestLine }
  }

  /// `count` octets of the current line were seen before its LF, which may be still to come.
  private func checkLength(_ count: Int, _ blockEnd: Int) throws(ParseError) {
    guard line != nil else {
      // Room for the longest method, the version and both spaces beside the target.
      guard count <= limits.target + 32 else { throw .targetTooLong }
      return
    }
    guard count <= limits.line + 1, blockEnd - fieldsStart <= limits.fieldBlock else {
      throw .fieldsTooLarge
    }
  }

  private mutating func readFirstLine(_ content: UnsafeRawBufferPointer) throws(ParseError) {
    guard !content.isEmpty else {
      blankLines += 1
      guard blankLines <= limits.blankLinesBeforeRequest else { throw .requestLine }
      headStart = lineStart
      return
    }
    line = try RequestLine(content, limit: limits.target)
    fieldsStart = lineStart
    phase = .fields
  }

  private mutating func readField(
    _ content: UnsafeRawBufferPointer, at start: Int
  ) throws(ParseError) {
    fieldCount += 1
    guard fieldCount <= limits.fieldCount else { throw .fieldsTooLarge }
    guard let field = FieldLine(checking: content) else { throw .field }
    let valueOffset = field.value.baseAddress.flatMap { value in
      content.baseAddress.map { value - $0 }
    }
    let offset = start - headStart + (valueOffset ?? 0)
    try framing.note(field, valueOffset: offset)
    known.note(field, valueOffset: offset)
  }

  private mutating func finishHead(
    _ bytes: UnsafeRawBufferPointer, end: Int
  ) throws(ParseError) -> (Int, Event) {
    guard let line else { throw .requestLine }
    try framing.check(isHTTP10: line.isHTTP10)
    var authority = framing.hostStart..<framing.hostEnd
    if line.parts.authorityEnd > 0 {
      authority = line.parts.authorityStart..<line.parts.authorityEnd
      let absolute = bytes.part(
        headStart + authority.lowerBound, headStart + authority.upperBound)
      guard Authority.isValid(absolute) else { throw .target }
    }
    let head = RequestHead(
      method: line.method, isHTTP10: line.isHTTP10,
      wantsClose: framing.wantsClose || line.isHTTP10,
      expectsContinue: framing.expectsContinue && !line.isHTTP10,
      bytes: [UInt8](bytes.part(headStart, end)), parts: line.parts,
      fieldsStart: fieldsStart - headStart, authorityRange: authority, known: known,
      announcedLength: framing.contentLength)
    if framing.transferCoding == .none, framing.contentLength ?? 0 == 0 {
      reset()
      return (end, .request(head, body: []))
    }
    try beginBody(head)
    return (end, .head(head))
  }

  private mutating func beginBody(_ head: RequestHead) throws(ParseError) {
    self.head = head
    switch framing.transferCoding {
    case .chunked: phase = .chunks(ChunkedDecoder(limits: limits))
    case .none, .unknown: phase = .body(remaining: framing.contentLength ?? 0)
    }
    if head.method.ignoresBody { try admit(limit: limits.ignoredBody) }
  }

  private mutating func readBody(
    _ bytes: UnsafeRawBufferPointer, _ remaining: Int
  ) -> (Int, Event) {
    let count = min(remaining, bytes.count)
    if keepsBody { body.append(contentsOf: bytes.part(0, count)) }
    guard count == remaining else {
      phase = .body(remaining: remaining - count)
      return (count, .needMore)
    }
    return (count, finishBody())
  }

  private mutating func readChunks(
    _ bytes: UnsafeRawBufferPointer, _ current: ChunkedDecoder
  ) throws(ParseError) -> (Int, Event) {
    var decoder = current
    phase = .requestLine
    let count = try decoder.decode(bytes, limit: bodyLimit, into: &body, keeping: keepsBody)
    guard decoder.isDone else {
      phase = .chunks(decoder)
      return (count, .needMore)
    }
    return (count, finishBody())
  }

  private var keepsBody: Bool {
    head.map { !$0.method.ignoresBody } ?? false
  }

  private mutating func finishBody() -> Event {
    guard let head else { return .failed(.length) }
    let complete = body
    reset()
    return .request(head, body: complete)
  }

  private mutating func reset() {
    phase = .requestLine
    scanned = 0
    lineStart = 0
    blankLines = 0
    headStart = 0
    fieldsStart = 0
    fieldCount = 0
    line = nil
    framing = Framing()
    known = KnownFields()
    head = nil
    body = []
  }
}
