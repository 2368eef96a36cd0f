import QuizEngine
import Testing

@testable import TrainingServer

/// One row of the bad-input table: what is sent, what is answered, and nothing else happens.
struct BadInput: Sendable, CustomTestStringConvertible {
  let id: String
  /// Everything behind the Host field: other fields, the empty line and the body.
  let rest: [UInt8]
  let line: String
  let status: Int
  /// Whether the connection is still good afterwards.
  let staysOpen: Bool

  init(
    _ id: String, _ line: String, _ fields: [String] = [], body: [UInt8] = [], status: Int,
    staysOpen: Bool = true
  ) {
    self.id = id
    self.line = line
    let length = line.hasPrefix("GET ") ? [] : ["Content-Length: \(body.count)"]
    rest = octets((fields + length).map { $0 + "\r\n" }.joined() + "\r\n") + body
    self.status = status
    self.staysOpen = staysOpen
  }

  var testDescription: String { id }

  /// Sends it whole and in two parts, each on a connection of its own.
  func check(on site: TestSite) throws {
    let before = try site.rowCounts()
    let bytes = octets("\(line) HTTP/1.1\r\nHost: 127.0.0.1:\(site.port)\r\n") + rest
    for cut in [0, bytes.count / 2, bytes.count - 1] {
      let client = try TestClient(port: site.port)
      client.send(Array(bytes[..<cut]))
      client.send(Array(bytes[cut...]))
      let answer = TestAnswer(client.receiveAnswer())
      #expect(answer.status == status, "\(id): \(answer.text.suffix(600))")
      if staysOpen {
        client.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:\(site.port)\r\n\r\n")
        #expect(TrainingServerTests.status(client.receiveAnswer()) == 200, "\(id)")
      } else {
        #expect(client.receiveAll() == "" && client.hasEnded, "\(id)")
      }
    }
    #expect(try site.rowCounts() == before, "\(id) left something behind")
  }
}

extension TestSite {
  /// How many rows each table of people's doings holds.
  func rowCounts() throws -> String? {
    try engine.read { connection in
      try connection.first(
        """
        SELECT (SELECT count(*) FROM unit) || ' ' || (SELECT count(*) FROM person) || ' ' ||
          (SELECT count(*) FROM card) || ' ' || (SELECT count(*) FROM session) || ' ' ||
          (SELECT count(*) FROM cohort) || ' ' || (SELECT count(*) FROM enrolment) || ' ' ||
          (SELECT count(*) FROM completion) || ' ' || (SELECT count(*) FROM contest) || ' ' ||
          (SELECT count(*) FROM bank) || ' ' || (SELECT count(*) FROM attempt) || ' ' ||
          (SELECT count(*) FROM step) || ' ' || (SELECT count(*) FROM journal) || ' ' ||
          (SELECT count(*) FROM certificate)
        """
      ) { $0.text(0) }
    }
  }
}
