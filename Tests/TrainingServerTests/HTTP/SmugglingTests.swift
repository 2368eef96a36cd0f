import Testing

@testable import TrainingServer

/// Every octet at every place where another server might overlook it in a framing field.
///
/// Two servers that read the same bytes differently are how a request is smuggled (RFC 9112
/// section 11.2): an altered field is refused, or it is plainly another field.
@Suite struct SmugglingTests {
  /// A text with a place for one octet.
  struct Gap: Sendable, CustomTestStringConvertible {
    let before: String
    let after: String
    /// Whether an octet here only makes another name.
    let isName: Bool

    init(_ before: String, _ after: String, isName: Bool = false) {
      self.before = before
      self.after = after
      self.isName = isName
    }

    var testDescription: String { "\(before)?\(after)" }

    func filled(_ octet: UInt8) -> [UInt8] { octets(before) + [octet] + octets(after) }
  }

  static let codings = [
    Gap("", "Transfer-Encoding: chunked", isName: true),
    Gap("Transfer", "-Encoding: chunked", isName: true),
    Gap("Transfer-Encoding", ": chunked", isName: true), Gap("Transfer-Encoding:", "chunked"),
    Gap("Transfer-Encoding: ", "chunked"), Gap("Transfer-Encoding: chu", "nked"),
    Gap("Transfer-Encoding: chunked", ""), Gap("Transfer-Encoding: chunked", ", identity"),
    Gap("Transfer-Encoding: x,", "chunked"), Gap("X: y\r\n", " Transfer-Encoding: chunked"),
  ]

  @Test(arguments: codings)
  func `an altered coding beside a length is refused or is another field`(gap: Gap) {
    for octet in UInt8.min...UInt8.max {
      let bytes =
        octets("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n") + gap.filled(octet)
        + octets("\r\n\r\n0\r\n\r\n")
      let outcome = ParserFeed.run([bytes[...]]).first
      let isOther = gap.isName && (octet.isToken || octet == 58 && gap.before == "Transfer")
      if isOther {
        #expect(outcome == .post("0\r\n\r"), "octet \(octet)")
      } else {
        #expect([.refused(400), .refused(501)].contains(outcome), "octet \(octet)")
      }
    }
  }

  static let lengths = [
    Gap("", "Content-Length: 5", isName: true), Gap("Content", "-Length: 5", isName: true),
    Gap("Content-Length", ": 5", isName: true), Gap("Content-Length:", "5"),
    Gap("Content-Length: ", "5"), Gap("Content-Length: 5", ""), Gap("Content-Length: 0", "5"),
  ]

  @Test(arguments: lengths)
  func `an altered length is refused, another number or another field`(gap: Gap) {
    for octet in UInt8.min...UInt8.max {
      let bytes =
        octets("POST / HTTP/1.1\r\nHost: a\r\n") + gap.filled(octet)
        + octets("\r\n\r\n" + String(repeating: "x", count: 99))
      let outcome = ParserFeed.run([bytes[...]]).first
      let isDigit = !gap.isName && octet.isDigit
      let isBlank = !gap.isName && octet.isBlank && gap.before != "Content-Length: 0"
      let isOther = gap.isName && (octet.isToken || octet == 58 && gap.before == "Content")
      switch (isDigit, isBlank, isOther) {
      case (true, _, _):
        let digit = Int(octet - 48)
        let number = gap.after.isEmpty ? 50 + digit : digit * 10 + 5
        #expect(outcome == .post(String(repeating: "x", count: number)), "octet \(octet)")
      case (_, true, _): #expect(outcome == .post("xxxxx"), "octet \(octet)")
      case (_, _, true): #expect(outcome == .post(""), "octet \(octet)")
      default: #expect(outcome == .refused(400), "octet \(octet)")
      }
    }
  }

  static let chunks = [
    Gap("", "5\r\nhello\r\n0\r\n\r\n"), Gap("5", "\r\nhello\r\n0\r\n\r\n"),
    Gap("5\r", "\nhello\r\n0\r\n\r\n"), Gap("5\r\nhello", "\r\n0\r\n\r\n"),
    Gap("5\r\nhello\r", "\n0\r\n\r\n"), Gap("5\r\nhello\r\n0", "\r\n\r\n"),
    Gap("5\r\nhello\r\n0\r", "\n\r\n"), Gap("5\r\nhello\r\n0\r\n", "\r\n"),
    Gap("5\r\nhello\r\n0\r\n\r", "\n"),
  ]

  @Test(arguments: chunks)
  func `an octet between the chunks never changes the body`(gap: Gap) {
    for octet in UInt8.min...UInt8.max where octet.hexValue == nil {
      let head = octets("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
      let bytes = head + gap.filled(octet)
      let outcome = ParserFeed.run([bytes[...]]).first
      #expect([.refused(400), .post("hello")].contains(outcome), "octet \(octet)")
    }
  }
}
