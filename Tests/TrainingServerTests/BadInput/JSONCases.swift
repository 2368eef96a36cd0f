@testable import TrainingServer

/// Bodies of a save that are no JSON, or none that a save may hold.
enum JSONCases {
  private static let texts = [
    "", "{", "}", "[]", "null", "\"x\"", "1", "{}", "{\"revision\":1}", "{\"response\":null}",
    "{\"revision\":1,\"response\":null,}", "{\"revision\":1,\"revision\":1,\"response\":null}",
    "{\"revision\":1,\"response\":null,\"grade\":10}", "{\"revision\":1,\"response\":null}x",
    "{\"revision\":1,\"response\":null}{}", "{'revision':1,'response':null}",
    "{\"revision\":1,\"response\":null/*x*/}", "{\"revision\":NaN,\"response\":null}",
    "{\"revision\":+1,\"response\":null}", "{\"revision\":01,\"response\":null}",
    "{\"revision\":1e400,\"response\":null}", "{\"revision\":1.5,\"response\":null}",
    "{\"revision\":\"1\",\"response\":null}", "{\"revision\":-1,\"response\":null}",
    "{\"revision\":0,\"response\":null}", "{\"revision\":99999999999999999999,\"response\":null}",
    "{\"revision\":1,\"response\":true}", "{\"revision\":1,\"response\":{}}",
    "{\"revision\":1,\"response\":\"A\"}", "{\"revision\":1,\"response\":\"ab\"}",
    "{\"revision\":1,\"response\":\"\"}", "{\"revision\":1,\"response\":[\"a\",\"a\"]}",
    "{\"revision\":1,\"response\":[1]}", "{\"revision\":1,\"response\":[[\"a\"]]}",
    "{\"revision\":1,\"response\":\"\\ud800\"}", "{\"revision\":1,\"response\":\"\\u0000\"}",
    "{\"revision\":1,\"response\":\"\u{1}\"}", "{\"revision\":1,\"response\":\"\u{ff}\"}",
    "{\"revision\":1,\"response\":\"\u{c0}\u{af}\"}",
    "\u{ef}\u{bb}\u{bf}{\"revision\":1,\"response\":null}",
    "{\"revision\":1,\"response\":null}\u{0}",
    "{\"revision\":1,\"response\":"
      + String(repeating: "[", count: 5000),
    "{\"revision\":1,\"response\":[" + (0..<27).map { _ in "\"a\"" }.joined(separator: ",") + "]}",
  ]

  /// For an attempt that runs.
  static func all(_ attempt: String) -> [BadInput] {
    let line = "PUT /api/v1/attempts/\(attempt)/answers/1"
    let fields = ["Authorization: Bearer \(Who.pupil.token)"]
    let json = fields + ["Content-Type: application/json"]
    return texts.map { text in
      BadInput("JSON \(text.prefix(60))", line, json, body: octets(text), status: 400)
    } + [
      BadInput("JSON without a type", line, fields, body: octets("{}"), status: 415),
      BadInput(
        "JSON as text", line, fields + ["Content-Type: text/plain"], body: octets("{}"), status: 415
      ),
      BadInput(
        "JSON compressed", line, json + ["Content-Encoding: gzip"], body: octets("{}"), status: 415),
      BadInput(
        "JSON too large", line, json, body: [UInt8](repeating: 32, count: 65537), status: 413,
        staysOpen: false),
    ]
  }
}
