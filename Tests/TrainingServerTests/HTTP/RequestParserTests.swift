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
    for split in Self.splits(of: row.bytes) {
      let outcomes = ParserFeed.run([row.bytes[..<split], row.bytes[split...]])
      #expect(outcomes == row.expected, "split at \(split)")
    }
  }

  /// Every offset; of long rows those near an end of line, and every thirteenth.
  private static func splits(of bytes: [UInt8]) -> [Int] {
    guard bytes.count > 1200 else { return Array(0...bytes.count) }
    return (0...bytes.count).filter { offset in
      let near = bytes[max(0, offset - 3)..<min(bytes.count, offset + 3)]
      return offset % 13 == 0 || near.contains(10) || offset > bytes.count - 20
    }
  }

  @Test(arguments: cases)
  func `a request after another is read, and nothing after a refusal`(row: ParserCase) {
    let followed = row.isRefused ? row.expected : row.expected + [.get("/next")]
    #expect(ParserFeed.run([(row.bytes + Self.next)[...]]) == followed)
    let pieces = (row.bytes + Self.next).map { ArraySlice([$0]) }
    #expect(ParserFeed.run(pieces) == followed)
  }

  @Test(arguments: cases)
  func `a request before it changes nothing`(row: ParserCase) {
    let both = Self.next + row.bytes
    #expect(ParserFeed.run([both[...]]) == [.get("/next")] + row.expected)
    for split in Self.next.count - 2..<min(both.count, Self.next.count + 40) {
      #expect(
        ParserFeed.run([both[..<split], both[split...]]) == [.get("/next")] + row.expected,
        "split at \(split)")
    }
  }

  @Test(arguments: [1, 7, 64, 1000, 65536])
  func `all good rows in one stream come out one by one`(size: Int) {
    let good = Self.cases.filter { !$0.isRefused }
    let stream = good.flatMap(\.bytes)
    let pieces = stride(from: 0, to: stream.count, by: size).map {
      stream[$0..<min(stream.count, $0 + size)]
    }
    #expect(ParserFeed.run(pieces) == good.flatMap(\.expected))
  }

  @Test(arguments: FramingCases.incomplete)
  func `bytes that end early are no request`(row: ParserCase) {
    var feed = ParserFeed()
    feed.feed(row.bytes)
    #expect(feed.outcomes.isEmpty)
    #expect(!feed.isIdle)
  }

  @Test func `row ids are unique`() {
    let repeated = Dictionary(grouping: Self.cases, by: \.id).filter { $0.value.count > 1 }
    #expect(repeated.isEmpty)
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
