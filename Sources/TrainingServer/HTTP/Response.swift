/// One answer.
///
/// Framing, `Date` and `Connection` belong to the writer and are not set here.
struct Response: Sendable {
  var status: Int
  var fields: HeaderFields
  var body: [UInt8]
  /// Close the connection after this answer.
  var closesConnection = false
  /// The session that the sender proved: this connection no longer counts as anonymous.
  var proof: SessionProof?

  init(status: Int, fields: HeaderFields = HeaderFields(), body: [UInt8] = []) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  static func html(_ text: String, status: Int = 200) -> Response {
    Response(
      status: status, fields: ["Content-Type": "text/html; charset=utf-8"], body: Array(text.utf8))
  }

  static func text(_ text: String, status: Int = 200) -> Response {
    Response(
      status: status, fields: ["Content-Type": "text/plain; charset=utf-8"],
      body: Array(text.utf8))
  }

  /// `body` is JSON already.
  static func json(_ body: [UInt8], status: Int = 200) -> Response {
    Response(status: status, fields: ["Content-Type": "application/json"], body: body)
  }

  /// 303: fetch `location` with GET, whatever this request was.
  static func redirect(to location: String, status: Int = 303) -> Response {
    Response(status: status, fields: ["Location": location])
  }

  static func noContent() -> Response {
    Response(status: 204)
  }

  /// The transport's own refusals (RFC 9457, type `about:blank`); ASCII texts only.
  static func problem(status: Int, detail: String, incident: String? = nil) -> Response {
    let title = StatusLine.phrase(status)
    let name = incident.map { #","incident":"\#($0)""# } ?? ""
    let json =
      #"{"type":"about:blank","title":"\#(title)","status":\#(status),"detail":"\#(detail)"\#(name)}"#
    return Response(
      status: status,
      fields: ["Content-Type": "application/problem+json", "Cache-Control": "no-store"],
      body: Array(json.utf8))
  }
}
