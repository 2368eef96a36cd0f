import QuizEngine

/// JSON: what is read can be written, short or for people, and reads back the same.
func fuzzJSON(_ bytes: [UInt8]) {
  let json: JSON
  do {
    json = try JSON(bytes)
  } catch {
    require(
      error.offset <= bytes.count && error.line >= 1 && error.column >= 1, "a fault has a place")
    return
  }
  do {
    require(try JSON(json.encoded()) == json, "parse ∘ print = id")
    require(try JSON(json.encodedPretty()) == json, "parse ∘ print = id, for people")
    require(try LocatedJSON(bytes, file: "f").plain == json, "places change nothing")
  } catch {
    require(false, "what was written is JSON: \(error)")
  }
}

/// CSV: every row says something, issues have places, and no cell is written as a formula.
func fuzzCSV(_ bytes: [UInt8]) {
  let table = CSVReader.read(bytes, file: "f")
  for row in table.rows {
    require(row.cells.contains { !$0.text.isEmpty }, "a row says something")
  }
  for issue in table.issues {
    require(issue.location.line >= 1 && issue.location.column >= 1, "an issue has a place")
  }
  for cell in table.rows.flatMap(\.cells) {
    var writer = CSVWriter(marksEncoding: false)
    writer.row([cell.text])
    let content = writer.bytes.first == 34 ? writer.bytes.dropFirst() : writer.bytes[...]
    require(content.first != 61 && content.first != 64, "no cell is a formula")
  }
}

/// GIFT: what is read can be written, and then stays as it is.
func fuzzGIFT(_ bytes: [UInt8]) {
  let file = GIFTParser.read(bytes, file: "f")
  // Control characters are white space to the writer, but letters to the reader.
  let isText = bytes.allSatisfy { $0 >= 32 && $0 != 127 || (9...10).contains($0) }
  guard file.syntaxIssues.isEmpty, isText else { return }
  let once = GIFTWriter.write(file.entries)
  let again = GIFTParser.read(Array(once.utf8), file: "f")
  require(again.syntaxIssues.isEmpty, "what was written is GIFT: \(once)")
  // Only a question that says nothing is not written; its remarks would go to the next one.
  guard !file.questions.contains(where: { $0.kind == .description && $0.stem.text.isEmpty }) else {
    return
  }
  require(again.questions.count == file.questions.count, "no question is lost: \(once)")
  require(GIFTWriter.write(again.entries) == once, "and written again it is the same: \(once)")
}

/// Markdown: whatever stands in it, only our own tags come out.
func fuzzMarkdown(_ bytes: [UInt8]) {
  let source = String(decoding: bytes, as: UTF8.self)
  let pages = [MarkdownDocument(source).html(), InlineMarkdown(source).html()]
  for page in pages { checkTags(Array(page.text.utf8)) }
}

private let tags: Set<String> = [
  "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code", "hr", "ol", "ul", "li",
  "br", "em", "strong", "a", "img", "table", "tr", "td", "th", "sub", "sup", "span",
]
private let attributes: Set<String> = ["id", "class", "start", "href", "title", "src", "alt"]

func checkTags(_ page: [UInt8]) {
  var rest = page[...]
  while let start = rest.firstIndex(of: 60) {
    guard let end = rest[start...].firstIndex(of: 62) else { return require(false, "a tag ends") }
    checkTag(rest[(start + 1)..<end])
    rest = rest[(end + 1)...]
  }
}

/// Octets, not characters: a quote with a combining mark behind it is still a quote to a browser.
private func checkTag(_ bytes: ArraySlice<UInt8>) {
  let tag = String(decoding: bytes, as: UTF8.self)
  let parts = bytes.split(separator: 34, omittingEmptySubsequences: false).map {
    String(decoding: $0, as: UTF8.self)
  }
  let name = parts[0].split { $0 == " " || $0 == "/" }.first.map(String.init) ?? ""
  require(tags.contains(name), "only our tags come out: \(tag)")
  require(parts.count % 2 == 1, "quotes are closed: \(tag)")
  for index in stride(from: 0, to: parts.count - 1, by: 2) {
    let key = parts[index].split(separator: " ").last?.dropLast().description ?? ""
    require(attributes.contains(key), "only our attributes come out: \(tag)")
    let address = parts[index + 1].utf8.filter { $0 > 32 }.map(\.lowercased)
    require(
      key != "href" && key != "src" || !address.starts(with: "javascript:".utf8),
      "no address is script: \(tag)")
  }
}
