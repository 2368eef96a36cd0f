import Testing

@testable import TrainingServer

/// Seeded mutations of every row: never a trap, and splitting never changes the outcome.
@Suite struct ParserFuzzTests {
  /// SplitMix64 (Steele, Lea, Flood 2014).
  struct Random {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var value = state
      value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
      value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
      return value ^ (value >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
  }

  static let spice = octets("\r\n\u{0}\t :;,/%?#*\"\\0a\u{ff}\u{80}")

  static func mutated(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
    var result = bytes
    for _ in 0...random.below(4) {
      let at = random.below(result.count)
      switch random.below(5) {
      case 0 where !result.isEmpty: result[at] = UInt8(truncatingIfNeeded: random.next())
      case 1 where !result.isEmpty: result[at] = spice[random.below(spice.count)]
      case 2: result.insert(spice[random.below(spice.count)], at: at)
      case 3 where !result.isEmpty: result.remove(at: at)
      default:
        let other = RequestParserTests.cases[random.below(RequestParserTests.cases.count)].bytes
        let from = random.below(other.count)
        let piece = other[from..<min(other.count, from + random.below(60))]
        result.insert(contentsOf: piece, at: at)
      }
    }
    return result
  }

  @Test(arguments: [UInt64](1...8))
  func `mutated requests never trap and do not depend on how they are split`(seed: UInt64) {
    var random = Random(state: seed)
    let rows = RequestParserTests.cases.filter { $0.bytes.count < 1200 }
    for _ in 0..<1500 {
      let bytes = Self.mutated(rows[random.below(rows.count)].bytes, &random)
      let whole = ParserFeed.run([bytes[...]])
      let first = random.below(bytes.count + 1)
      let second = first + random.below(bytes.count - first + 1)
      let split = ParserFeed.run([bytes[..<first], bytes[first..<second], bytes[second...]])
      #expect(whole == split, "seed \(seed): \(bytes)")
      readEverything(bytes)
    }
  }

  @Test(arguments: [UInt64](11...14))
  func `mutated forms, cookies and uploads never trap`(seed: UInt64) {
    var random = Random(state: seed)
    let upload = octets(
      "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nx\r\n--b--\r\n")
    for _ in 0..<2000 {
      let form = Self.mutated(octets("a=1&b=%C3%A1&c=x+y"), &random)
      _ = Form(encoded: form)
      _ = Multipart(
        body: Self.mutated(upload, &random), contentType: "multipart/form-data; boundary=b")
      let text = String(decoding: form, as: UTF8.self)
      _ = Form(cookies: ["Cookie": text])
      _ = ETag("a").matchesWeakly(text)
      _ = ByteRange(text, length: 10)
      _ = MediaParameters(text)
      _ = HTTPDate.milliseconds(text)
    }
  }

  /// Lazily decoded parts must hold for whatever the parser let through.
  private func readEverything(_ bytes: [UInt8]) {
    var parser = RequestParser(limits: Limits())
    guard case .request(let head, let body) = bytes.withUnsafeBytes({ parser.advance($0) }).event
    else { return }
    let request = Request(head: head, body: body, peer: Peer(address: "x"), receivedAt: 0)
    for segment in request.path {
      #expect(segment != ".." && segment != "." && !segment.utf8.contains(0))
    }
    _ = request.query
    _ = request.cookies
    _ = request.fields.all
    #expect(request.authority != nil || request.isHTTP10)
  }
}
