import QuizEngine

extension Response {
  /// A JSON object written member by member.
  static func json(status: Int = 200, _ members: (inout JSONWriter) -> Void) -> Response {
    var writer = JSONWriter()
    writer.beginObject()
    members(&writer)
    writer.endObject()
    return Response(status: status, fields: .unstoredJSON, body: writer.finish())
  }
}
