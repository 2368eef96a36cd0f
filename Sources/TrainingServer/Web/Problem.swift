import QuizEngine

/// One occurrence of something that went wrong, ready to be told (RFC 9457).
struct Problem: Error, Sendable {
  let kind: ProblemKind
  /// What happened, what was kept, what to do.
  let detail: LocalizedText
  /// Further members of the JSON form, such as `opensAt`.
  var members: [(name: String, value: JSON)] = []
  /// Seconds until another try makes sense.
  var retryAfter: Int?
  /// What may be asked for instead, with 405.
  var allowed: [Method] = []
  /// Names the line in the log; only for what is the server's own fault.
  var incident: String?

  init(
    _ kind: ProblemKind, _ detail: LocalizedText, _ members: [(name: String, value: JSON)] = []
  ) {
    self.kind = kind
    self.detail = detail
    self.members = members
  }

  /// The answer for programs.
  func json(_ language: Language) -> Response {
    var writer = JSONWriter()
    writer.beginObject()
    writer.field("type", kind.type)
    writer.field("title", kind.title[language])
    writer.field("status", kind.status)
    writer.field("detail", detail[language])
    if let incident { writer.field("incident", incident) }
    for member in members {
      writer.key(member.name)
      writer.value(member.value)
    }
    writer.endObject()
    var response = Response(
      status: kind.status,
      fields: ["Content-Type": "application/problem+json", "Cache-Control": "no-store"],
      body: writer.finish())
    addFields(to: &response)
    return response
  }

  /// The fields that belong to the problem, whatever its body is.
  func addFields(to response: inout Response) {
    if let retryAfter { response.fields.append("Retry-After", String(retryAfter)) }
    if !allowed.isEmpty {
      response.fields.append("Allow", allowed.map(\.rawValue).joined(separator: ", "))
    }
    // RFC 9110 section 11.6.1 wants one with every 401.
    if kind.status == 401 {
      response.fields.append("WWW-Authenticate", #"Bearer realm="training""#)
    }
  }
}
