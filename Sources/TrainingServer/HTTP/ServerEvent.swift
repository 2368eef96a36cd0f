/// One server-sent event, encoded once for all who receive it (WHATWG HTML section 9.2).
struct ServerEvent: Sendable {
  /// The event as text lines, before chunking.
  let bytes: [UInt8]

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Every line end in `data` starts a new data line; line ends in the others are dropped.
  init(event: String?, data: String, id: String?) {
    var bytes: [UInt8] = []
    if let id { Self.append("id: ", Self.oneLine(id), to: &bytes) }
    if let event { Self.append("event: ", Self.oneLine(event), to: &bytes) }
    var line: [UInt8] = []
    var previous: UInt8 = 0
    for byte in data.utf8 {
      if byte == 10 && previous == 13 {
        previous = byte
        continue
      }
      if byte == 10 || byte == 13 {
        Self.append("data: ", line, to: &bytes)
        line.removeAll(keepingCapacity: true)
      } else {
        line.append(byte)
      }
      previous = byte
    }
    Self.append("data: ", line, to: &bytes)
    bytes.append(10)
    self.bytes = bytes
  }

  /// How long a client waits before it connects again, in milliseconds.
  static func retry(_ milliseconds: Int64) -> ServerEvent {
    ServerEvent(bytes: Array("retry: \(milliseconds)\n\n".utf8))
  }

  /// A comment that keeps the connection alive.
  static let heartbeat = ServerEvent(bytes: [58, 10, 10])

  /// Appends the event as one chunk (RFC 9112 section 7.1), or bare for HTTP/1.0.
  func append(to output: inout [UInt8], chunked: Bool) {
    if chunked {
      output.append(contentsOf: String(bytes.count, radix: 16).utf8)
      StatusLine.append("\r\n", to: &output)
    }
    output.append(contentsOf: bytes)
    if chunked { StatusLine.append("\r\n", to: &output) }
  }

  private static func append(_ name: StaticString, _ line: [UInt8], to bytes: inout [UInt8]) {
    StatusLine.append(name, to: &bytes)
    bytes.append(contentsOf: line)
    bytes.append(10)
  }

  private static func oneLine(_ text: String) -> [UInt8] {
    text.utf8.filter { $0 != 10 && $0 != 13 && $0 != 0 }
  }
}
