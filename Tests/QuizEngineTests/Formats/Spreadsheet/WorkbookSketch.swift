@testable import QuizEngine

/// A workbook made of the XML that a test names.
struct WorkbookSketch {
  var rows = ""
  var after = ""
  var strings: String?
  var styles: String?
  var bookProperties = ""
  var tabs = "<sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/>"
  var more: [(String, String)] = []

  var bytes: [UInt8] {
    var zip = ZipWriter()
    let add = { (name: String, text: String) in zip.add(name, Array(text.utf8)) }
    add("[Content_Types].xml", "<Types/>")
    add(
      "_rels/.rels",
      "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    )
    add("xl/workbook.xml", "<workbook>\(bookProperties)<sheets>\(tabs)</sheets></workbook>")
    add(
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/s.xml"/>\
      <Relationship Id="b" Type="x/worksheet" Target="/xl/worksheets/./../worksheets/t.xml"/>\
      <Relationship Id="c" Type="x/chartsheet" Target="c.xml"/>\
      <Relationship Id="s" Type="x/sharedStrings" Target="strings.xml"/>\
      <Relationship Id="f" Type="x/styles" Target="styles.xml"/></Relationships>
      """)
    add(
      "xl/worksheets/s.xml",
      "<worksheet><sheetData>\(rows)</sheetData>\(after)</worksheet>")
    if let strings { add("xl/strings.xml", "<sst>\(strings)</sst>") }
    if let styles { add("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>") }
    for (name, text) in more { add(name, text) }
    return zip.finished()
  }

  /// The styles 0, 1, 2 … with these codes.
  static func styles(_ codes: [String]) -> String {
    let formats = codes.enumerated().map { index, code in
      "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(code)\"/>"
    }
    let cells = codes.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
    return
      "<numFmts>\(formats.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      + "<cellXfs>\(cells.joined())</cellXfs>"
  }
}
