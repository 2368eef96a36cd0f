import Foundation
import QuizEngine
import Testing

@testable import TrainingServer

/// The bad-input table: every row gets its status, leaves its connection open or closed, no trace.
///
/// What the parser alone refuses stands in `RequestParserTests`.
@Suite(.timeLimit(.minutes(2))) struct BadInputTests {
  @Test func `bad cookies sign nobody in`() throws {
    let site = try TestSite()
    for row in CookieCases.all { try row.check(on: site) }
  }

  @Test func `bad JSON saves nothing`() throws {
    let site = try TestSite()
    for row in JSONCases.all(try site.attempt().text) { try row.check(on: site) }
  }

  @Test func `bad forms do nothing`() throws {
    let site = try TestSite()
    for row in FormCases.all { try row.check(on: site) }
  }

  private func uploads(_ site: TestSite) throws -> UploadCases {
    UploadCases(unit: try #require(site.people[.organizerA]).unit.text)
  }

  @Test func `bad class lists bring nobody in`() throws {
    let site = try TestSite()
    for row in try uploads(site).lists { try row.check(on: site) }
  }

  @Test func `files of another kind are told from the right ones`() throws {
    let site = try TestSite()
    for row in try uploads(site).files { try row.check(on: site) }
  }

  @Test func `names of files are shown as text`() throws {
    let site = try TestSite()
    let row = try #require(try uploads(site).files.first { $0.id == "list named as a page" })
    let client = try TestClient(port: site.port)
    client.send(octets("\(row.line) HTTP/1.1\r\nHost: 127.0.0.1:\(site.port)\r\n") + row.rest)
    let answer = client.receiveAnswer()
    #expect(answer.contains("&lt;script&gt;alert(1)&lt;/script&gt;.csv"))
    #expect(!answer.contains("<script>alert"))
  }

  @Test func `the table is as long as promised`() {
    let uploads = UploadCases(unit: "")
    let counts: [(name: String, count: Int, wanted: Int)] = [
      ("request line", HeadCases.requestLines.count(where: \.isRefused), 28),
      ("fields", (HeadCases.fields + HeadCases.sizes).count(where: \.isRefused), 34),
      (
        "framing",
        (FramingCases.length + FramingCases.coding + FramingCases.chunks + FramingCases.tooLarge)
          .count(where: \.isRefused), 46
      ),
      ("Host", HeadCases.hosts.count(where: \.isRefused), 12),
      ("targets", HeadCases.targets.count(where: \.isRefused), 30),
      ("cookies", CookieCases.all.count, 12), ("JSON", JSONCases.all("").count, 24),
      ("forms", FormCases.all.count, 16), ("uploads", uploads.files.count, 18),
      ("CSV", uploads.lists.count, 12),
    ]
    for (name, count, wanted) in counts { #expect(count >= wanted, "\(name)") }
    let words = counts.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    let total = counts.reduce(0) { $0 + $1.count }
    FileHandle.standardOutput.write(Data("figure: bad input, \(total) cases: \(words)\n".utf8))
  }
}
