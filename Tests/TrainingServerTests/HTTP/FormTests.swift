import Testing

@testable import TrainingServer

@Suite struct FormTests {
  private func form(_ text: String, in place: Form.Place = .body) -> [String]? {
    Form(encoded: octets(text), in: place)?.pairs.map { "\($0.name)=\($0.value)" }
  }

  @Test(
    arguments: [
      ("a=1&b=2", ["a=1", "b=2"]), ("", []), ("a", ["a="]), ("=b", ["=b"]), ("a=b=c", ["a=b=c"]),
      ("&&a=1&", ["a=1"]), ("a=x+y%20z%2B", ["a=x y z+"]), ("a=1&a=2", ["a=1", "a=2"]),
      ("t%C3%AAn=%E1%BB%87", ["tên=ệ"]), ("a=1%0D%0A2%09", ["a=1\r\n2\t"]),
    ] as [(String, [String])])
  func `urlencoded pairs are read in order`(text: String, pairs: [String]) {
    #expect(form(text) == pairs)
  }

  @Test(arguments: [
    "a=%", "a=%4", "a=%zz", "a=%00", "a=%1b", "a=%ff", "a=%c0%af", "a=\u{1}", "%00=a",
  ])
  func `a malformed form is refused`(text: String) {
    #expect(form(text) == nil)
  }

  @Test func `a query holds no line ends`() {
    #expect(form("a=%0a", in: .query) == nil)
    #expect(form("a=%0a") != nil)
  }

  @Test func `values are found by name`() throws {
    let form = try #require(Form(encoded: octets("a=1&b=2&a=3")))
    #expect(form["a"] == "1")
    #expect(form["c"] == nil)
    #expect(form.all("a") == ["1", "3"])
    #expect(form.hasRepeatedName)
  }

  @Test(
    arguments: [
      ("a=b", ["a=b"]), ("a=b; c=d", ["a=b", "c=d"]), ("a=b;c=d;", ["a=b", "c=d"]),
      ("a=\"b\"", ["a=b"]), ("a=", ["a="]), ("a", []), ("=b", []), ("a b=c; d=e", ["d=e"]),
      ("a=b c; d=e", ["d=e"]), ("a=b\\; d=e", ["d=e"]), ("a=b; a=c", ["a=b", "a=c"]),
      ("__Host-sid=x=y", ["__Host-sid=x=y"]), ("a=\u{e9}; d=e", ["d=e"]),
    ] as [(String, [String])])
  func `cookies are read and malformed ones left out`(text: String, pairs: [String]) {
    let fields: HeaderFields = ["Cookie": text]
    #expect(Form(cookies: fields).pairs.map { "\($0.name)=\($0.value)" } == pairs)
  }

  private func upload(_ parts: [String], end: String = "--b--\r\n") -> Multipart? {
    Multipart(
      body: octets(parts.map { "--b\r\n\($0)\r\n" }.joined() + end),
      contentType: "multipart/form-data; boundary=b")
  }

  private static let file =
    "Content-Disposition: form-data; name=\"f\"; filename=\"b\\ng.gift\"\r\n"
    + "Content-Type: text/plain\r\n\r\n\u{0}\r\n--\r\n\u{ff}"

  @Test func `an upload has its fields and its file`() {
    let text = "Content-Disposition: form-data; name=\"a\"\r\n\r\n1"
    let read = upload([text, Self.file, "content-disposition: form-data; name=b\r\n\r\n"])
    #expect(read?.form.pairs == [.init(name: "a", value: "1"), .init(name: "b", value: "")])
    #expect(
      read?.files.first
        == UploadedFile(
          field: "f", fileName: "b\\ng.gift", mediaType: "text/plain",
          bytes: octets("\u{0}\r\n--\r\n\u{ff}")))
  }

  @Test func `a file control left empty is no file`() {
    let read = upload(["Content-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n"])
    #expect(read?.files == [])
  }

  @Test func `malformed uploads are refused`() {
    #expect(upload([Self.file, Self.file])?.files.count == 2)
    #expect(upload([String](repeating: Self.file, count: 9)) == nil)
    #expect(upload([Self.file], end: "") == nil)
    #expect(upload([Self.file], end: "--c--\r\n") == nil)
    #expect(upload(["X: y\r\n\r\n1"]) == nil)
    #expect(upload(["Content-Disposition: attachment; name=\"a\"\r\n\r\n1"]) == nil)
    #expect(upload(["Content-Disposition : form-data; name=\"a\"\r\n\r\n1"]) == nil)
    #expect(upload(["Content-Disposition: form-data; name=\"a\"\n\n1"]) == nil)
    #expect(upload(["Content-Disposition: form-data; name=\"a\"\r\n\r\n\u{ff}"]) == nil)
    #expect(Multipart(body: octets("--b--"), contentType: "multipart/form-data") == nil)
    let many = [String](
      repeating: "Content-Disposition: form-data; name=\"a\"\r\n\r\n1", count: 101)
    #expect(upload(Array(many.dropLast())) != nil)
    #expect(upload(many) == nil)
  }
}
