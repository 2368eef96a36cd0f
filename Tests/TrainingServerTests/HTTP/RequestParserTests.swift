import Testing

@testable import TrainingServer

@Suite struct RequestParserTests {
  static let cases = HeadCases.all + FramingCases.all
  static let next = octets("GET /next HTTP/1.1\r\nHost: a\r\n\r\n")

  @Test(arguments: cases)
  func `every case comes out as listed when it arrives whole`(row: ParserCase) {
    #expect(ParserFeed.run([row.bytes[...]]) == row.expected)
  }

  @Test(arguments: cases)
  func `every case comes out the same byte by byte`(row: ParserCase) {
    let pieces = row.bytes.indices.map { row.bytes[$0...$0] }
    #expect(ParserFeed.run(pieces) == row.expected)
  }

  @Test(arguments: cases)
  func `every case comes out the same at every split point`(row: ParserCase) {
    let step = max(1, row.bytes.count / 400)
    for split in stride(from: 0, through: row.bytes.count, by: step) {
      let outcomes = ParserFeed.run([row.bytes[..<split], row.bytes[split...]])
      #expect(outcomes == row.expected, "split at \(split)")
    }
  }

  @Test(arguments: cases)
  func `a request after another is read, and nothing after a refusal`(row: ParserCase) {
    let followed = row.isRefused ? row.expected : row.expected + [.get("/next")]
    #expect(ParserFeed.run([(row.bytes + Self.next)[...]]) == followed)
    let pieces = (row.bytes + Self.next).map { ArraySlice([$0]) }
    #expect(ParserFeed.run(pieces) == followed)
  }

  @Test(arguments: FramingCases.incomplete)
  func `bytes that end early are no request`(row: ParserCase) {
    var feed = ParserFeed()
    feed.feed(row.bytes)
    #expect(feed.outcomes.isEmpty)
    #expect(!feed.isIdle)
  }

  @Test func `row ids are unique`() {
    #expect(Set(Self.cases.map(\.id)).count == Self.cases.count)
  }

  @Test func `a parser that refused stays refused`() {
    var parser = RequestParser(limits: Limits())
    for bytes in [octets("BAD\r\n"), Self.next] {
      guard case .failed = bytes.withUnsafeBytes({ parser.advance($0) }).event else {
        Issue.record("the parser read on")
        return
      }
    }
  }
}
