/// What a parser made of a stream, piece by piece, as a connection feeds it.
struct Transcript: Equatable {
  enum Item: Equatable {
    case refused(Int)
    case request(Understood)
  }

  /// Everything that the rest of the server could learn of a request.
  struct Understood: Equatable {
    let method: Method
    let isHTTP10: Bool
    let wantsClose: Bool
    let expectsContinue: Bool
    let path: String
    let query: String?
    let segments: [String]
    let authority: Authority?
    let fields: [String]
    let body: [UInt8]
  }

  private(set) var items: [Item] = []
  private(set) var isIdle = true

  init(_ pieces: [ArraySlice<UInt8>], limits: Limits) {
    var parser = RequestParser(limits: limits)
    var pending: [UInt8] = []
    for piece in pieces {
      pending += piece
      take(&pending, &parser, limits)
    }
    isIdle = parser.isIdle && pending.isEmpty
  }

  private mutating func take(
    _ pending: inout [UInt8], _ parser: inout RequestParser, _ limits: Limits
  ) {
    while !pending.isEmpty || parser.isInBody {
      if case .refused = items.last { return }
      let (consumed, event) = pending.withUnsafeBytes { parser.advance($0) }
      require(consumed <= pending.count, "no more is consumed than was shown")
      pending.removeFirst(consumed)
      switch event {
      case .needMore: return
      case .head(let head):
        guard !head.method.ignoresBody else { continue }
        do throws(ParseError) {
          try parser.admit(limit: limits.ignoredBody)
        } catch {
          items.append(.refused(error.status))
        }
      case .request(let head, let body):
        items.append(.request(Understood(head, body)))
      case .failed(let error): items.append(.refused(error.status))
      }
    }
  }
}

extension Transcript.Understood {
  init(_ head: RequestHead, _ body: [UInt8]) {
    let request = Request(head: head, body: body, peer: Peer(address: "x"), receivedAt: 0)
    for segment in request.path {
      let octets = Array(segment.utf8)
      require(
        segment != "." && segment != ".." && !octets.contains { $0.isControl || $0 == 47 },
        "a segment stays in its folder")
    }
    _ = (request.query, request.cookies, request.mediaType)
    self.init(
      method: head.method, isHTTP10: head.isHTTP10, wantsClose: head.wantsClose,
      expectsContinue: head.expectsContinue, path: head.target.rawPath,
      query: head.target.rawQuery, segments: request.path, authority: request.authority,
      fields: request.fields.all.map { "\($0.name): \($0.value)" }, body: body)
  }

  /// The request written down anew; nil where a limit could stand in the way.
  var printed: [UInt8]? {
    guard fields.count < 90, path.utf8.count < 4000 else { return nil }
    let host = authority.map { "http://\($0.host)" + ($0.port.map { ":\($0)" } ?? "") } ?? ""
    let target = path == "*" ? "*" : host + path + (query.map { "?\($0)" } ?? "")
    var text = "\(method.rawValue) \(target) HTTP/1.\(isHTTP10 ? 0 : 1)\r\n"
    for field in fields where !Self.isFraming(field) { text += field + "\r\n" }
    if !body.isEmpty { text += "Content-Length: \(body.count)\r\n" }
    return Array((text + "\r\n").utf8) + body
  }

  /// The same without what says how the body travelled.
  var essence: Transcript.Understood {
    Transcript.Understood(
      method: method, isHTTP10: isHTTP10, wantsClose: wantsClose,
      expectsContinue: expectsContinue, path: path, query: query, segments: segments,
      authority: path == "*" ? nil : authority, fields: fields.filter { !Self.isFraming($0) },
      body: body)
  }

  private static func isFraming(_ field: String) -> Bool {
    let name = field.prefix { $0 != ":" }.lowercased()
    return name == "content-length" || name == "transfer-encoding"
  }
}
