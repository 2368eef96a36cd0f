@testable import TrainingServer

/// Framing and smuggling: what two parsers could read differently is refused.
enum FramingCases {
  private static func post(_ fields: String, _ body: String = "") -> String {
    "POST / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\(body)"
  }

  private static func chunked(_ body: String) -> String {
    post("Transfer-Encoding: chunked\r\n", body)
  }

  static let length: [ParserCase] =
    [
      ParserCase("length", post("Content-Length: 5\r\n", "hello"), .post("hello")),
      ParserCase("length leading zeros", post("Content-Length: 0005\r\n", "hello"), .post("hello")),
      ParserCase("length zero", post("Content-Length: 0\r\n"), .post("")),
      ParserCase("length after a tab", post("Content-Length:\t5\t\r\n", "hello"), .post("hello")),
      ParserCase("no length", post(""), .post("")),
      ParserCase(
        "coding and no length value", post("Transfer-Encoding: chunked\r\nContent-Length:\r\n"),
        refused: 400),
      ParserCase(
        "coding and length in a GET",
        "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n",
        refused: 400),
      ParserCase(
        "length before coding",
        post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), refused: 400),
      ParserCase(
        "coding before length",
        post("transfer-encoding: Chunked\r\nCONTENT-LENGTH: 5\r\n", "0\r\n\r\n"), refused: 400),
      ParserCase(
        "unknown coding and length", post("Transfer-Encoding: gzip\r\nContent-Length: 5\r\n"),
        refused: 400),
      ParserCase(
        "length twice, equal", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"),
        refused: 400),
      ParserCase(
        "length twice, different", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello"),
        refused: 400),
      ParserCase(
        "length twenty digits", post("Content-Length: 00000000000000000005\r\n", "hello"),
        refused: 400),
    ] + badLengths

  private static let badLengths = [
    "5, 5", "", "+5", "-0", "0x5", "1_0", "5 5", "9223372036854775808", "18446744073709551616",
    "\u{d9}\u{a5}", "5.", "\u{b2}", "5;", "5\u{a0}", "5,", ",5", "\"5\"", "-5", "5-", "1e1", "five",
    "99999999999999999999999", "5\u{0b}",
  ].map { ParserCase("length '\($0)'", post("Content-Length: \($0)\r\n", "hello"), refused: 400) }

  static let tooLarge: [ParserCase] = [
    ParserCase(
      "length at the limit", post("Content-Length: 1000\r\n", String(repeating: "x", count: 1000)),
      .post(String(repeating: "x", count: 1000))),
    ParserCase("length over the limit", post("Content-Length: 1001\r\n"), refused: 413),
    ParserCase(
      "largest length", post("Content-Length: 9223372036854775807\r\n"), refused: 413),
    ParserCase("chunk over the limit", chunked("3e9\r\n"), refused: 413),
    ParserCase(
      "chunks over the limit", chunked("1f4\r\n\(String(repeating: "x", count: 500))\r\n1f5\r\n"),
      refused: 413),
    ParserCase(
      "GET with a huge body", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n",
      refused: 413),
  ]

  static let coding: [ParserCase] =
    [
      ParserCase("chunked", chunked("5\r\nhello\r\n0\r\n\r\n"), .post("hello")),
      ParserCase(
        "chunked in capitals", post("Transfer-Encoding: CHUNKED\r\n", "0\r\n\r\n"), .post("")),
      ParserCase(
        "chunked between blanks", post("Transfer-Encoding: \t chunked \t\r\n", "0\r\n\r\n"),
        .post("")),
      ParserCase(
        "chunked in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        refused: 400),
      ParserCase(
        "coding twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
        refused: 400),
    ] + unknownCodings + badCodings

  private static let unknownCodings = ["gzip", "xchunked", "identity", "gzip, chunked", "chunked1"]
    .map { ParserCase("coding '\($0)'", post("Transfer-Encoding: \($0)\r\n"), refused: 501) }

  private static let badCodings = [
    "chunked, chunked", ",chunked", "chunked,", "chunked;q=1", "chunked, gzip", "",
    "\u{85}chunked", "chunked\u{a0}", "\"chunked\"", "chunked\u{0}", "chunked, identity",
    "chunked;", "\u{0b}chunked", "chunked\u{0b}", "chunked gzip",
  ].map { ParserCase("coding '\($0)'", post("Transfer-Encoding: \($0)\r\n"), refused: 400) }

  static let chunks: [ParserCase] =
    [
      ParserCase("two chunks", chunked("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"), .post("abcde")),
      ParserCase("size in capitals", chunked("A\r\n0123456789\r\n0\r\n\r\n"), .post("0123456789")),
      ParserCase("leading zeros", chunked("0003\r\nabc\r\n000\r\n\r\n"), .post("abc")),
      ParserCase("extension", chunked("3;a\r\nabc\r\n0\r\n\r\n"), .post("abc")),
      ParserCase("extension value", chunked("3;a=b;c=d\r\nabc\r\n0;e\r\n\r\n"), .post("abc")),
      ParserCase(
        "quoted extension", chunked("3;a=\"x;\\\"y\\\\\"\r\nabc\r\n0\r\n\r\n"), .post("abc")),
      ParserCase("trailer", chunked("0\r\nX: y\r\nHost: b\r\n\r\n"), .post("")),
      ParserCase(
        "extension too long", chunked("3;\(String(repeating: "a", count: 257))\r\n"), refused: 400),
      ParserCase(
        "extensions too long",
        chunked(String(repeating: "1;\(String(repeating: "a", count: 250))\r\nx\r\n", count: 17)),
        refused: 400),
      ParserCase(
        "trailers too long", chunked("0\r\nX: \(String(repeating: "a", count: 8190))\r\n\r\n"),
        refused: 431),
      ParserCase("trailer with a blank", chunked("0\r\nX : y\r\n\r\n"), refused: 400),
      ParserCase("trailer folded", chunked("0\r\nX: y\r\n z\r\n\r\n"), refused: 400),
      ParserCase("trailer with bare LF", chunked("0\r\nX: y\n\r\n"), refused: 400),
      ParserCase("end with bare LF", chunked("0\r\n\n"), refused: 400),
    ] + badChunks

  private static let badChunks = [
    "\r\n", " 3\r\nabc\r\n", "3 \r\nabc\r\n", "0x3\r\nabc\r\n", "+3\r\nabc\r\n", "-3\r\nabc\r\n",
    "1_0\r\n", "00000000000000003\r\nabc", "ffffffffffffffff\r\n", "8000000000000000\r\n",
    "3\nabc\r\n", "3\rabc\r\n", "3;a\nabc\r\n", "3;a\u{01}\r\n", "3;a\rb\r\n", "3;\r\nabc\r\n",
    "3;a=\r\nabc\r\n", "3;a=\"b\r\nabc\r\n", "3;a=\"\n\"\r\nabc\r\n", "3 ;a\r\nabc\r\n",
    "3\r\nabcXX", "3\r\nabcX\n0\r\n\r\n", "3\r\nabc\rX", "3\r\nabc0\r\n\r\n", "3\r\nabc\n0\r\n\r\n",
    "3\r\nabcd\r\n",
    "3\t\r\n", "g\r\n", "\u{fc}3\r\n", "\n", ";a\r\n", "3;=b\r\n", "3;a=b c\r\n", "3;a=\"b\"c\r\n",
    "3;a;;b\r\n", "3;\u{0}\r\n", "3;a=\u{e9}\r\n", "3\r\r\nabc\r\n", "3\r\nabc\r\n\r\n", "3.0\r\n",
    "3,3\r\n",
    "0\r\n\rX\n", "0\r\nX\r\n\r\n", "0\r\n: y\r\n\r\n", "0\r\nX: y\u{0}\r\n\r\n",
    "0\r\nX: y\rz\r\n\r\n",
  ].map { ParserCase("chunk \($0.debugDescription)", chunked($0), refused: 400) }

  static let ignoredBodies: [ParserCase] = ["GET", "HEAD", "DELETE"].compactMap { name in
    Method(rawValue: name).map { method in
      ParserCase(
        "\(name) with a body", "\(name) / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc",
        .request(method, path: "/", body: [], closes: false))
    }
  }

  static let incomplete: [ParserCase] = [
    ParserCase(incomplete: "half a body", post("Content-Length: 5\r\n", "hel")),
    ParserCase(incomplete: "half a chunk", chunked("5\r\nhel")),
    ParserCase(incomplete: "no last chunk", chunked("5\r\nhello\r\n")),
    ParserCase(incomplete: "half a head", "GET / HTTP/1.1\r\nHost: a\r\n"),
    ParserCase(incomplete: "half a line", "GET / HT"),
  ]

  static let all = length + tooLarge + coding + chunks + ignoredBodies
}
