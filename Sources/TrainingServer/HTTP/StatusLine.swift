/// The first line of a response and the phrase in it (RFC 9110 section 15).
enum StatusLine {
  /// `HTTP/1.1 200 OK` with its CRLF; common ones are ready-made.
  static func append(_ status: Int, to output: inout [UInt8]) {
    switch status {
    case 200: append("HTTP/1.1 200 OK\r\n", to: &output)
    case 204: append("HTTP/1.1 204 No Content\r\n", to: &output)
    case 303: append("HTTP/1.1 303 See Other\r\n", to: &output)
    case 304: append("HTTP/1.1 304 Not Modified\r\n", to: &output)
    default: output.append(contentsOf: "HTTP/1.1 \(status) \(phrase(status))\r\n".utf8)
    }
  }

  static func append(_ text: StaticString, to output: inout [UInt8]) {
    output.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  static func phrase(_ status: Int) -> String {
    phrases[status] ?? "Status"
  }

  private static let phrases: [Int: String] = [
    100: "Continue", 200: "OK", 201: "Created", 202: "Accepted", 204: "No Content",
    206: "Partial Content", 301: "Moved Permanently", 302: "Found", 303: "See Other",
    304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect",
    400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict",
    410: "Gone", 411: "Length Required", 412: "Precondition Failed", 413: "Content Too Large",
    414: "URI Too Long", 415: "Unsupported Media Type", 416: "Range Not Satisfiable",
    417: "Expectation Failed", 421: "Misdirected Request", 422: "Unprocessable Content",
    428: "Precondition Required", 429: "Too Many Requests",
    431: "Request Header Fields Too Large", 500: "Internal Server Error",
    501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
    504: "Gateway Timeout", 505: "HTTP Version Not Supported", 507: "Insufficient Storage",
  ]
}
