import QuizEngine

/// Writes heads and framing: exactly one of Content-Length and chunked, or neither where a
/// status forbids a body (RFC 9112 section 6).
enum ResponseWriter {
  /// What the request and the connection mean for the bytes of its answer.
  struct Exchange {
    var isHead = false
    var isHTTP10 = false
    var closes = false
  }

  /// A field would have carried CR, LF or NUL: nothing was written.
  struct UnsafeFieldError: Error {}

  /// Appends everything before the body.
  ///
  /// `date` is a whole `Date:` line.
  static func appendHead(
    of response: Response, _ exchange: Exchange, date: [UInt8], to output: inout [UInt8]
  ) throws(UnsafeFieldError) {
    try appendCommon(response, date: date, to: &output)
    if !forbidsBody(response.status) {
      StatusLine.append("Content-Length: ", to: &output)
      output.append(decimal: response.body.count)
      StatusLine.append("\r\n", to: &output)
    }
    finish(exchange, to: &output)
  }

  /// Appends a head whose body follows in chunks, or until the close for HTTP/1.0.
  static func appendStreamHead(
    of response: Response, _ exchange: Exchange, date: [UInt8], to output: inout [UInt8]
  ) throws(UnsafeFieldError) {
    try appendCommon(response, date: date, to: &output)
    if !exchange.isHTTP10 { StatusLine.append("Transfer-Encoding: chunked\r\n", to: &output) }
    finish(exchange, to: &output)
  }

  /// Whether the body follows the head.
  static func sendsBody(_ response: Response, _ exchange: Exchange) -> Bool {
    !exchange.isHead && !forbidsBody(response.status) && !response.body.isEmpty
  }

  static func forbidsBody(_ status: Int) -> Bool {
    status == 204 || status == 304 || status < 200
  }

  private static func appendCommon(
    _ response: Response, date: [UInt8], to output: inout [UInt8]
  ) throws(UnsafeFieldError) {
    guard response.fields.isSafe, (200...599).contains(response.status) else {
      throw UnsafeFieldError()
    }
    StatusLine.append(response.status, to: &output)
    output.append(contentsOf: date)
    if response.fields.namesWriterFields {
      output.append(contentsOf: response.fields.withoutWriterFields.bytes)
    } else {
      output.append(contentsOf: response.fields.bytes)
    }
  }

  private static func finish(_ exchange: Exchange, to output: inout [UInt8]) {
    if exchange.closes {
      StatusLine.append("Connection: close\r\n\r\n", to: &output)
    } else {
      StatusLine.append("\r\n", to: &output)
    }
  }
}
