import Testing

@testable import TrainingServer

/// One row of a parser table: an id, the bytes, and what must come of them.
struct ParserCase: Sendable, CustomTestStringConvertible {
  let id: String
  let bytes: [UInt8]
  let expected: [ParserOutcome]

  /// A row that is refused with `status`.
  init(_ id: String, _ text: String, refused status: Int) {
    self.id = id
    bytes = octets(text)
    expected = [.refused(status)]
  }

  /// A row that is one request.
  init(_ id: String, _ text: String, _ request: ParserOutcome) {
    self.id = id
    bytes = octets(text)
    expected = [request]
  }

  /// A row that needs more bytes.
  init(incomplete id: String, _ text: String) {
    self.id = id
    bytes = octets(text)
    expected = []
  }

  var testDescription: String { id }

  var isRefused: Bool {
    if case .refused = expected.first { true } else { false }
  }
}

/// What a parser made of some bytes.
enum ParserOutcome: Equatable, Sendable {
  case refused(Int)
  case request(Method, path: String, body: [UInt8], closes: Bool)

  static func get(_ path: String, closes: Bool = false) -> ParserOutcome {
    .request(.get, path: path, body: [], closes: closes)
  }

  static func post(_ body: String, path: String = "/") -> ParserOutcome {
    .request(.post, path: path, body: octets(body), closes: false)
  }
}

/// One octet for each scalar up to U+00FF, so that a table can hold any octet.
func octets(_ text: String) -> [UInt8] {
  text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
}

/// Feeds a parser the way a connection does and collects what comes out.
struct ParserFeed {
  private var parser: RequestParser
  private var pending: [UInt8] = []
  private let bodyLimit: Int
  private(set) var outcomes: [ParserOutcome] = []

  init(limits: Limits = Limits(), bodyLimit: Int = 1000) {
    parser = RequestParser(limits: limits)
    self.bodyLimit = bodyLimit
  }

  var isIdle: Bool { parser.isIdle && pending.isEmpty }

  mutating func feed(_ bytes: some Collection<UInt8>) {
    pending.append(contentsOf: bytes)
    while !pending.isEmpty || parser.isInBody {
      if case .refused = outcomes.last { return }
      let (consumed, event) = pending.withUnsafeBytes { parser.advance($0) }
      pending.removeFirst(consumed)
      switch event {
      case .needMore: return
      case .head(let head): admit(head)
      case .request(let head, let body): finish(head, body)
      case .failed(let error): outcomes.append(.refused(error.status))
      }
    }
  }

  private mutating func admit(_ head: RequestHead) {
    guard !head.method.ignoresBody else { return }
    do throws(ParseError) {
      try parser.admit(limit: bodyLimit)
    } catch {
      outcomes.append(.refused(error.status))
    }
  }

  private mutating func finish(_ head: RequestHead, _ body: [UInt8]) {
    outcomes.append(
      .request(head.method, path: head.target.rawPath, body: body, closes: head.wantsClose))
  }

  static func run(_ pieces: [ArraySlice<UInt8>], bodyLimit: Int = 1000) -> [ParserOutcome] {
    var feed = ParserFeed(bodyLimit: bodyLimit)
    for piece in pieces { feed.feed(piece) }
    return feed.outcomes
  }
}
