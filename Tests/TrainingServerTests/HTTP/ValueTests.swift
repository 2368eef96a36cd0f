import Testing

@testable import TrainingServer

@Suite struct HTTPValueTests {
  private func request(_ text: String) throws -> Request {
    var parser = RequestParser(limits: Limits())
    guard
      case .request(let head, let body) = octets(text).withUnsafeBytes({ parser.advance($0) }).event
    else { throw ParseError.requestLine }
    return Request(head: head, body: body, peer: Peer(address: "::1"), receivedAt: 5)
  }

  @Test(
    arguments: [
      ("/", []), ("/a", ["a"]), ("/a/", ["a", ""]), ("//a", ["", "a"]), ("/a/b?c/d", ["a", "b"]),
      ("/%C3%A1%20b", ["á b"]), ("/%252e%252e", ["%2e%2e"]), ("/a+b", ["a+b"]),
      ("http://h/x/y", ["x", "y"]), ("http://h", []), ("/...", ["..."]), ("/a%3Fb", ["a?b"]),
    ] as [(String, [String])])
  func `a path is split before it is decoded, once`(target: String, segments: [String]) throws {
    #expect(try request("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n").path == segments)
  }

  @Test func `a request tells what it was addressed to`() throws {
    let plain = try request("GET /a?x=1&x=2 HTTP/1.1\r\nHost: ExAmple.vn:81\r\nCookie: s=t\r\n\r\n")
    #expect(plain.authority?.host == "example.vn")
    #expect(plain.authority?.port == 81)
    #expect(plain.query.all("x") == ["1", "2"])
    #expect(plain.target.rawQuery == "x=1&x=2")
    #expect(plain.cookies["s"] == "t")
    let absolute = try request("GET http://[::1]:8/ HTTP/1.1\r\nHost: b\r\n\r\n")
    #expect(absolute.authority?.host == "[::1]")
    #expect(absolute.target.rawQuery == nil)
  }

  @Test func `a media type loses parameters and capitals`() throws {
    let text = "GET / HTTP/1.1\r\nHost: a\r\nContent-Type: Application/JSON ; charset=utf-8\r\n\r\n"
    #expect(try request(text).mediaType == "application/json")
  }

  @Test func `fields keep order and duplicates and ignore case`() throws {
    let fields = try request(
      "GET / HTTP/1.1\r\nHost: a\r\nX-A: 1\r\nx-a:\t2 \r\nAccept:\r\n\r\n"
    ).fields
    #expect(fields["X-a"] == "1")
    #expect(fields.values("x-A") == ["1", "2"])
    #expect(fields["accept"] == "")
    #expect(fields["acce"] == nil)
    #expect(fields.all.map(\.name) == ["Host", "X-A", "x-a", "Accept"])
    var changed = fields
    changed.set("X-A", "3")
    #expect(changed.all.map { "\($0.name)=\($0.value)" } == ["Host=a", "Accept=", "X-A=3"])
    changed.append("B", "4")
    #expect(changed["b"] == "4")
    #expect(changed.isSafe)
    changed.append("Bad name", "x")
    #expect(!changed.isSafe)
  }

  @Test(
    arguments: [
      ("\"a\"", true, true), ("W/\"a\"", true, false), ("\"b\", \"a\"", true, true),
      ("*", true, true),
      ("\"b\"", false, false), ("a", false, false), ("\"a", false, false), ("", false, false),
      ("\"x,y\" , W/\"a\"", true, false), ("w/\"a\"", false, false),
    ] as [(String, Bool, Bool)])
  func `entity tags compare weakly and strongly`(field: String, weak: Bool, strong: Bool) {
    #expect(ETag("a").matchesWeakly(field) == weak)
    #expect(ETag("a").matchesStrongly(field) == strong)
    #expect(ETag("a", isWeak: true).matchesStrongly(field) == (field == "*"))
  }

  @Test(
    arguments: [
      ("bytes=0-0", .part(0..<1)), ("bytes=2-", .part(2..<10)), ("bytes=-3", .part(7..<10)),
      ("bytes=5-99", .part(5..<10)), ("bytes=-99", .part(0..<10)), ("bytes=10-", .unsatisfiable),
      ("bytes=-0", .unsatisfiable), ("bytes=5-4", .whole), ("bytes=0-1,3-4", .whole),
      ("bytes=-", .whole), ("bytes=a-b", .whole), ("items=0-1", .whole), ("", .whole),
      ("bytes=+1-2", .whole), ("bytes=0-99999999999999999999", .whole), ("bytes=1-2-3", .whole),
      ("bytes=0-999999999999999999", .part(0..<10)),
    ] as [(String, ByteRange)])
  func `ranges are clipped or ignored`(field: String, expected: ByteRange) {
    #expect(ByteRange(field, length: 10) == expected)
  }

  @Test(
    arguments: [
      ("gzip", true), ("br, GZIP;q=0.5", true), ("gzip;q=0", false), ("gzip; q=0.000", false),
      ("*", true), ("*;q=0", false), ("gzip;q=0, *", false), ("br", false), ("", false),
    ])
  func `gzip is used only when welcome`(field: String, expected: Bool) {
    #expect(AcceptEncoding.allowsGzip(field) == expected)
  }

  @Test func `dates are IMF-fixdate both ways`() {
    for (milliseconds, text) in [
      (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777_000, "Sun, 06 Nov 1994 08:49:37 GMT"),
      (1_709_164_800_000, "Thu, 29 Feb 2024 00:00:00 GMT"),
      (-1000, "Wed, 31 Dec 1969 23:59:59 GMT"),
    ] as [(Int64, String)] {
      #expect(HTTPDate.text(milliseconds) == text)
      #expect(HTTPDate.milliseconds(text) == milliseconds)
    }
    for text in ["", "Mon, 06 Nov 1994 08:49:37 GMT", "Sun, 6 Nov 1994 08:49:37 GMT", "Sunday"] {
      #expect(HTTPDate.milliseconds(text) == nil)
    }
  }

  @Test func `an event cannot be broken out of`() {
    let event = ServerEvent(event: "a\nid: 9", data: "x\r\ny\rz\n", id: "1\r\n2")
    #expect(
      String(decoding: event.bytes, as: UTF8.self)
        == "id: 12\nevent: aid: 9\ndata: x\ndata: y\ndata: z\ndata: \n\n")
  }
}
