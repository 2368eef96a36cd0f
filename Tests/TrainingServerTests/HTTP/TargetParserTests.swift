import Testing

@testable import TrainingServer

@Suite struct TargetParserTests {
  private func parts(_ target: [UInt8]) -> TargetParts? {
    target.withUnsafeBytes { TargetParser.parts(of: $0) }
  }

  /// RFC 3986 section 3.3, less what no address of ours has; `%` needs two digits after it.
  @Test func `an octet of a path or query is served or not, each of the 256`() {
    let refused: Set<UInt8> = Set(0...32).union([34, 35, 37, 60, 62, 92]).union(127...255)
    for octet in UInt8.min...UInt8.max {
      #expect((parts(Array("/a".utf8) + [octet]) == nil) == refused.contains(octet), "\(octet)")
      let inQuery = parts(Array("/a?b=".utf8) + [octet, 99])
      #expect((inQuery == nil) == refused.contains(octet), "\(octet) in a query")
    }
  }

  @Test(arguments: [
    ("/a/%41", true), ("/a/..", nil), ("/.", nil), ("/a.b", false), ("/a..b", false), ("/%2e", nil),
    ("/a?x=%41", true), ("/a?x=/../", false), ("/.a", false),
  ])
  func `only escapes and segments of dots are decoded`(target: String, hasEscapes: Bool?) {
    #expect(parts(Array(target.utf8))?.hasEscapes == hasEscapes)
  }
}
