import QuizEngine

/// Zip: whatever stands in it, no more comes out than is allowed, and names stay in their folder.
func fuzzZip(_ bytes: [UInt8]) {
  let limit = 1 << 20
  if let text = try? Inflater.inflate(bytes[...], limit: limit) {
    require(text.count <= limit, "no more is unpacked than was allowed")
  }
  guard var archive = try? ZipArchive(bytes, limits: ZipLimits(unpacked: limit)) else { return }
  var total = 0
  for name in archive.names {
    let parts = name.utf8.split(separator: 47, omittingEmptySubsequences: false)
    require(
      parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual("..".utf8) }, "a name stays in its folder"
    )
    total += (try? archive.read(name))?.count ?? 0
  }
  require(total <= limit, "no more is unpacked than was allowed")
}

/// XML: what begins ends, texts are UTF-8, and a fault has a place.
func fuzzXML(_ bytes: [UInt8]) {
  do throws(XMLFault) {
    var reader = try XMLReader(bytes, limits: XMLLimits(depth: 8, nodes: 500))
    var open = 0
    while let event = try reader.next() {
      switch event {
      case .start: open += 1
      case .end: open -= 1
      case .text(let text): require(String(strictUTF8: Array(text)) != nil, "a text is UTF-8")
      }
      require(open >= 0 && reader.depth <= 8, "what begins ends")
    }
    require(open == 0, "what begins ends")
  } catch {
    require(error.offset <= bytes.count, "a fault has a place")
  }
}

/// Workbooks: rows rise, cells lie where they say.
///
/// The input is parts of XML between zeros.
func fuzzXLSX(_ bytes: [UInt8]) {
  let names = ["xl/worksheets/s.xml", "xl/strings.xml", "xl/styles.xml", "xl/workbook.xml"]
  let parts = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
  var zip = ZipWriter()
  zip.add("[Content_Types].xml", [])
  zip.add("xl/_rels/workbook.xml.rels", Array(relations.utf8))
  for (index, name) in names.enumerated() {
    let isGiven = index < parts.count && !parts[index].isEmpty
    if isGiven { zip.add(name, Array(parts[index])) }
    if !isGiven, index == 3 { zip.add(name, Array(book.utf8)) }
  }
  let limits = WorkbookLimits(rows: 50, cells: 5000)
  guard let workbook = try? Workbook.read(zip.finished(), file: "f", limits: limits) else { return }
  for sheet in workbook.sheets {
    var last = 0
    for row in sheet.text.rows {
      require(row.line > last && row.cells.last?.text.isEmpty == false, "rows rise and hold text")
      last = row.line
      for (index, cell) in row.cells.enumerated() {
        require(cell.column == index + 1 && cell.line == row.line, "a cell lies where it says")
      }
    }
  }
}

private let book = "<workbook><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>"
private let relations = """
  <Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/s.xml"/>\
  <Relationship Id="s" Type="x/sharedStrings" Target="strings.xml"/>\
  <Relationship Id="f" Type="x/styles" Target="styles.xml"/></Relationships>
  """
