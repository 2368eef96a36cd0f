@testable import TrainingServer

/// Forms and forms with files that cannot be read, or that no page of ours sent.
enum FormCases {
  static let own = ["Sec-Fetch-Site: same-origin", "Accept: text/html"]
  private static let urlencoded = own + ["Content-Type: application/x-www-form-urlencoded"]
  private static let token = FormToken.make(.none)

  private static let plain: [BadInput] = [
    "language=vi&_csrf=\(token)%", "language=vi&_csrf=\(token)%4", "language=%zz&_csrf=\(token)",
    "language=%00&_csrf=\(token)", "language=%1b&_csrf=\(token)", "language=%ff&_csrf=\(token)",
    "language=%c0%af&_csrf=\(token)", "language=\u{1}&_csrf=\(token)",
    "language=\u{ff}&_csrf=\(token)",
  ].map {
    BadInput("form \($0.prefix(20))", "POST /language", urlencoded, body: octets($0), status: 400)
  }

  private static let tokens: [BadInput] = [
    "", "language=vi", "language=vi&_csrf=", "_csrf=\(token)x",
  ]
  .map {
    BadInput("form token \($0)", "POST /language", urlencoded, body: octets($0), status: 403)
  }

  private static let types: [BadInput] = [
    "text/plain", "application/json", "multipart/form-data; boundary=b", "",
  ].map {
    BadInput(
      "form type \($0)", "POST /language", own + ["Content-Type: \($0)"],
      body: octets("language=vi&_csrf=\(token)"), status: 415)
  }

  static let sender = own + ["Cookie: sid=\(Who.organizerA.token)"]
  private static let name = "Content-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
  private static let sent = FormToken.make(.cookie(Who.organizerA.token))

  private static let parted: [(String, String)] = [
    ("b", ""), ("b", "--b"), ("b", "--b\r\n"), ("b", "--b\r\n\(name)\(sent)\r\n"),
    ("b", "--b\r\n\(name)\(sent)\r\n--c--\r\n"), ("b", "--b\r\n\(name)\(sent)--b--\r\n"),
    ("b", "--b\r\nX: y\r\n\r\n1\r\n--b--\r\n"),
    ("b", "--b\nContent-Disposition: form-data; name=\"a\"\n\n1\n--b--\n"),
    ("b", "--b\r\nContent-Disposition : form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n"),
    ("b", "--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--b--\r\n"),
    ("b", "--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--\r\n"),
    ("b", "--b\r\n\(name)\u{ff}\r\n--b--\r\n"),
    ("", "--\r\n\(name)\(sent)\r\n----\r\n"),
    (String(repeating: "b", count: 71), "--\(String(repeating: "b", count: 71))--"),
    ("b", String(repeating: "--b\r\n\(name)\(sent)\r\n", count: 101) + "--b--\r\n"),
    (
      "b",
      String(
        repeating: "--b\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\nx\r\n",
        count: 9)
        + "--b--\r\n"
    ),
  ]

  static let all: [BadInput] =
    plain + tokens + types
    + parted.enumerated().map { index, row in
      BadInput(
        "multipart \(index)", "POST /manage/import",
        sender + ["Content-Type: multipart/form-data; boundary=\(row.0)"], body: octets(row.1),
        status: 400)
    }
}
