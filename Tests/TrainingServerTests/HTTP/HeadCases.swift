@testable import TrainingServer

/// Request lines, fields, Host and targets.
enum HeadCases {
  private static func line(_ text: String) -> String { "\(text)\r\nHost: a\r\n\r\n" }

  private static func field(_ text: String) -> String {
    "GET / HTTP/1.1\r\nHost: a\r\n\(text)\r\n\r\n"
  }

  private static func host(_ fields: String) -> String { "GET / HTTP/1.1\r\n\(fields)\r\n" }

  private static func target(_ text: String) -> String { line("GET \(text) HTTP/1.1") }

  static let requestLines: [ParserCase] =
    [
      ParserCase("simple", line("GET /a HTTP/1.1"), .get("/a")),
      ParserCase("HTTP/1.0", "GET /a HTTP/1.0\r\n\r\n", .get("/a", closes: true)),
      ParserCase("HTTP/1.2", line("GET / HTTP/1.2"), .get("/")),
      ParserCase("HTTP/1.9", line("GET / HTTP/1.9"), .get("/")),
      ParserCase("one blank line first", "\r\n" + line("GET / HTTP/1.1"), .get("/")),
      ParserCase("two blank lines first", "\r\n\r\n" + line("GET / HTTP/1.1"), .get("/")),
      ParserCase("three blank lines first", "\r\n\r\n\r\n" + line("GET / HTTP/1.1"), refused: 400),
      ParserCase("bare LF blank line", "\n" + line("GET / HTTP/1.1"), refused: 400),
      ParserCase("bare LF line end", "GET / HTTP/1.1\nHost: a\r\n\r\n", refused: 400),
      ParserCase("bare CR", "GET /\rHTTP/1.1\r\nHost: a\r\n\r\n", refused: 400),
      ParserCase("close", field("Connection: keep-alive, Close"), .get("/", closes: true)),
      ParserCase("keep-alive", field("Connection: keep-alive"), .get("/")),
      ParserCase("upgrade ignored", field("Upgrade: h2c\r\nConnection: upgrade"), .get("/")),
      ParserCase("lower-case method", line("get / HTTP/1.1"), refused: 501),
      ParserCase("unknown method", line("BREW / HTTP/1.1"), refused: 501),
      ParserCase("TRACE", line("TRACE / HTTP/1.1"), refused: 405),
      ParserCase("CONNECT", line("CONNECT a:443 HTTP/1.1"), refused: 405),
      ParserCase("HTTP/2.0", line("GET / HTTP/2.0"), refused: 505),
      ParserCase("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", refused: 505),
      ParserCase("HTTP/3.0", line("GET / HTTP/3.0"), refused: 505),
      ParserCase("HTTP/0.9", line("GET / HTTP/0.9"), refused: 505),
      ParserCase("TLS hello", "\u{16}\u{03}\u{01}\u{02}\u{00}", refused: 400),
    ] + badLines

  private static let badLines = [
    "GET  / HTTP/1.1", "GET /  HTTP/1.1", "GET\t/ HTTP/1.1", "GET / HTTP/1.1 ", "GET /",
    "GET / http/1.1", "GET / HTTP/1.", "GET / HTTP/1.11", "GET / HTTP/01.1", "GET",
    "G(T / HTTP/1.1",
    " GET / HTTP/1.1", "GET / HTTP/1,1", "GET / HTTPS/1.1", "GET / HTTP/a.1", "GET /\u{0} HTTP/1.1",
    "G\u{e9}T / HTTP/1.1", "GET / a HTTP/1.1", "GET / HTTP/ 1.1", "GET / HTTP/1. 1",
    "GET / HTTP /1.1", "GET / HTTP/-1.1", "GET / HTTP/1.1\u{85}", "GET / HTTP/1.1\r",
    "GET / HTTP/1.1\u{0}", "GET\u{a0}/ HTTP/1.1", "GET\u{0b}/ HTTP/1.1", "GET,POST / HTTP/1.1",
    "\u{ef}\u{bb}\u{bf}GET / HTTP/1.1", "HTTP/1.1 200 OK", " ", "GET / HTTP/1.1 HTTP/1.1",
  ].map { ParserCase("line \($0.debugDescription)", line($0), refused: 400) }

  static let fields: [ParserCase] =
    [
      ParserCase("empty value", field("X:"), .get("/")),
      ParserCase("blanks around a value", field("X: \t v \t"), .get("/")),
      ParserCase("8-bit in a value", field("X: caf\u{e9}\u{ff}"), .get("/")),
      ParserCase("tab in a value", field("X: a\tb"), .get("/")),
      ParserCase("all token characters", field("!#$%&'*+-.^_`|~09azAZ: x"), .get("/")),
      ParserCase("first field after a blank", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", refused: 400),
      ParserCase("field bare LF", "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n", refused: 400),
      ParserCase("head ends in bare LF", "GET / HTTP/1.1\r\nHost: a\r\n\n", refused: 400),
      ParserCase("unknown expectation", field("Expect: tea"), refused: 417),
      ParserCase("empty expectation", field("Expect:"), refused: 417),
      ParserCase("two expectations", field("Expect: 100-continue, tea"), refused: 417),
      ParserCase(
        "unknown expectation in 1.0", "GET / HTTP/1.0\r\nExpect: tea\r\n\r\n",
        .get("/", closes: true)),
    ] + badFields

  private static let badFields = [
    "X : y", " X: y", "\tX: y", "X: y\r\n z", "nocolon", ": y", "X(: y", "X\u{e9}: y", "X: a\u{0}b",
    "X: a\rb", "X: a\u{7f}", "X: a\u{1b}b", "X: a\u{0b}", "X\u{0}: y", "X y: z",
    "X: abcdefghi\u{1}",
    "X\t: y", "\"X\": y", "X: y\r\n\tz", "X:\r\n y", "X: y\r", ":", "::", " ", "\t", "X\u{7f}: y",
    "X;: y", "X/: y", "X@: y", "[X]: y", "X,Y: z", "X\u{a0}: y", "\u{0}X: y", "X: \u{8}y",
    "X: y\u{0}",
    "Host : b", "Content-Length : 5", "Transfer-Encoding : chunked",
    "Transfer-Encoding\u{0}: chunked",
  ].map { ParserCase("field \($0.debugDescription)", field($0), refused: 400) }

  static let sizes: [ParserCase] = [
    ParserCase(
      "target at the limit", target("/" + String(repeating: "a", count: 8191)),
      .get("/" + String(repeating: "a", count: 8191))),
    ParserCase(
      "target over the limit", target("/" + String(repeating: "a", count: 8192)), refused: 414),
    ParserCase("endless line", "GET /" + String(repeating: "a", count: 9000), refused: 414),
    ParserCase(
      "field at the limit", field("X: " + String(repeating: "a", count: 8189)), .get("/")),
    ParserCase(
      "field over the limit", field("X: " + String(repeating: "a", count: 8190)), refused: 431),
    ParserCase(
      "block over the limit",
      field(
        [String](repeating: "X: " + String(repeating: "a", count: 4000), count: 5).joined(
          separator: "\r\n")), refused: 431),
    ParserCase(
      "hundred fields", field([String](repeating: "X: y", count: 99).joined(separator: "\r\n")),
      .get("/")),
    ParserCase(
      "hundred and one fields",
      field([String](repeating: "X: y", count: 100).joined(separator: "\r\n")), refused: 431),
  ]

  static let hosts: [ParserCase] =
    [
      ParserCase("host with port", host("Host: example.vn:8080\r\n"), .get("/")),
      ParserCase("host IPv6", host("Host: [::1]:80\r\n"), .get("/")),
      ParserCase("host IPv4", host("Host: 127.0.0.1\r\n"), .get("/")),
      ParserCase("no host", host(""), refused: 400),
      ParserCase("host twice", host("Host: a\r\nHost: a\r\n"), refused: 400),
      ParserCase("host twice in 1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", refused: 400),
    ]
    + [
      "", "a b", "u@a", "a:b", "a:80:80", "a:65536", "a:999999", "a/b", ":80", "[::1", "[]",
      "[::1]x", "a,b", "a\u{e9}", "a?", "a#", "%61",
    ].map { ParserCase("host '\($0)'", host("Host: \($0)\r\n"), refused: 400) }

  static let targets: [ParserCase] =
    [
      ParserCase("query", target("/a?b=c&d"), .get("/a")),
      ParserCase("absolute form", target("http://b/x?y"), .get("/x")),
      ParserCase("absolute form https", target("HTTPS://b:443/x"), .get("/x")),
      ParserCase("absolute form without path", target("http://b"), .get("/")),
      ParserCase("absolute form query only", target("http://b?x"), .get("/")),
      ParserCase("absolute form without Host", "GET http://b/ HTTP/1.1\r\n\r\n", refused: 400),
      ParserCase("three dots", target("/..."), .get("/...")),
      ParserCase("parameters", target("/a;b=c:@"), .get("/a;b=c:@")),
      ParserCase("escaped letters", target("/%C3%A1%20b"), .get("/%C3%A1%20b")),
      ParserCase("escaped twice", target("/%252e%252e"), .get("/%252e%252e")),
      ParserCase("dots in a name", target("/..a/b../.c/..."), .get("/..a/b../.c/...")),
      ParserCase("dots in a query", target("/a?../.."), .get("/a")),
      ParserCase("escaped slash in a query", target("/a?b=%2F%5c"), .get("/a")),
      ParserCase(
        "asterisk", line("OPTIONS * HTTP/1.1"),
        .request(.options, path: "*", body: [], closes: false)),
    ]
    + [
      "*", "a", "ftp://b/", "http://", "http:///x", "http://u@b/", "http://b:x/", "//\u{e9}",
      "/a#b",
      "/a\\b", "/\"", "/<", "/>", "/%", "/%4", "/%zz", "/%00", "/%0a", "/%7f", "/%1b", "/%c0%af",
      "/%e0%80%af", "/%ed%a0%80", "/%f4%90%80%80", "/%ff", "/%c3", "/a%2fb", "/a%5cb", "/.", "/..",
      "/../a", "/a/..", "/a/./b", "/%2e", "/%2E%2e/a", "/.%2e", "/a/%2e%2e", "/a?%00", "/a?%0a",
      "/a?b=%zz", "/a?b=%c0%af", "/a?b=%", "b:443",
      "?", "?a", "\\a", "http:/a", "http:a", "https//a", "://a", "file:///a", "javascript:a",
      "http://[::1", "http://b:99999/", "http://b#c", "http://b\\c/", "/%u0041", "/a%2", "/%0d%0a",
      "/a/..%2fb", "/%c1%81", "/%f8%88%80%80%80", "/%fe", "/%2e%2e%2f", "/.%00", "/%5c..",
      "/a/%2e/b",
      "/\u{7f}", "/a?\u{80}", "/a?b#c",
    ].map { ParserCase("target '\($0)'", target($0), refused: 400) }

  static let all = requestLines + fields + sizes + hosts + targets
}
