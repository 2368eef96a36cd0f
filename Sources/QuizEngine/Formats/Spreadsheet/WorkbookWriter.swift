/// Writes a small workbook that Excel and LibreOffice open: text cells, a bold first row that stays.
///
/// Every column is formatted as text, so that Excel leaves codes such as 0012 and classes such as
/// 6/1 as they are typed.
package struct WorkbookWriter {
  /// A sheet to write.
  package struct Sheet: Sendable {
    /// At most 31 letters without `: \ / ? * [ ]`.
    let name: String
    let rows: [[String]]
    /// In letters.
    let widths: [Int]

    package init(name: String, rows: [[String]], widths: [Int]) {
      self.name = name
      self.rows = rows
      self.widths = widths
    }
  }

  /// The file; the same sheets give the same octets.
  package static func write(_ sheets: [Sheet]) -> [UInt8] {
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", octets(contentTypes(sheets.count)))
    zip.add("_rels/.rels", octets(rootRelations))
    zip.add("xl/workbook.xml", octets(book(sheets)))
    zip.add("xl/_rels/workbook.xml.rels", octets(bookRelations(sheets.count)))
    zip.add("xl/styles.xml", octets(styles))
    for (index, sheet) in sheets.enumerated() {
      zip.add("xl/worksheets/sheet\(index + 1).xml", octets(body(sheet)))
    }
    return zip.finished()
  }

  private static func octets(_ xml: String) -> [UInt8] {
    Array(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8) + Array(xml.utf8)
  }

  private static let formats = "http://schemas.openxmlformats.org/"
  private static let spreadsheet = formats + "spreadsheetml/2006/main"
  private static let office = formats + "officeDocument/2006/relationships"
  private static let package = formats + "package/2006/"
  private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static func contentTypes(_ sheets: Int) -> String {
    let parts =
      [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
      + (0..<sheets).map { ("/xl/worksheets/sheet\($0 + 1).xml", "worksheet") }
    return "<Types xmlns=\"\(package)content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + parts.map { "<Override PartName=\"\($0.0)\" ContentType=\"\(kind).\($0.1)+xml\"/>" }
      .joined()
      + "</Types>"
  }

  private static func relations(_ all: [(kind: String, target: String)]) -> String {
    "<Relationships xmlns=\"\(package)relationships\">"
      + all.enumerated().map { index, one in
        "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/\(one.kind)\" Target=\"\(one.target)\"/>"
      }.joined() + "</Relationships>"
  }

  private static let rootRelations = relations([("officeDocument", "xl/workbook.xml")])

  private static func bookRelations(_ sheets: Int) -> String {
    relations(
      (0..<sheets).map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
        + [("styles", "styles.xml")])
  }

  private static func book(_ sheets: [Sheet]) -> String {
    let tabs = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    return "<workbook xmlns=\"\(spreadsheet)\" xmlns:r=\"\(office)\"><sheets>" + tabs.joined()
      + "</sheets></workbook>"
  }

  /// Format 49 is text; the second style is bold too.
  private static let styles =
    "<styleSheet xmlns=\"\(spreadsheet)\"><fonts count=\"2\">"
    + "<font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
    + "</cellXfs></styleSheet>"

  private static func body(_ sheet: Sheet) -> String {
    let columns = sheet.widths.enumerated().map { index, width in
      "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" style=\"1\" customWidth=\"1\"/>"
    }
    let rows = sheet.rows.enumerated().map { row, cells in
      let written = cells.enumerated().filter { !$0.element.isEmpty }.map { column, text in
        "<c r=\"\(CellPlace.name(row: row + 1, column: column + 1))\" s=\"\(row == 0 ? 2 : 1)\" "
          + "t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
      }
      return "<row r=\"\(row + 1)\">" + written.joined() + "</row>"
    }
    return "<worksheet xmlns=\"\(spreadsheet)\"><sheetViews><sheetView workbookViewId=\"0\">"
      + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      + "</sheetView></sheetViews>"
      + (columns.isEmpty ? "" : "<cols>" + columns.joined() + "</cols>")
      + "<sheetData>" + rows.joined() + "</sheetData></worksheet>"
  }

  /// Text in XML; controls that it cannot hold are left out.
  private static func escaped(_ text: String) -> String {
    var octets: [UInt8] = []
    for octet in text.utf8 where !octet.isForbiddenInXML {
      switch octet {
      case UInt8(ascii: "&"): octets += "&amp;".utf8
      case UInt8(ascii: "<"): octets += "&lt;".utf8
      case UInt8(ascii: ">"): octets += "&gt;".utf8
      case 0x22: octets += "&quot;".utf8
      default: octets.append(octet)
      }
    }
    return String(decoding: octets, as: UTF8.self)
  }
}
