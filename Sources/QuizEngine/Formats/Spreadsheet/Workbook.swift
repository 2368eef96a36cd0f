/// What an Excel workbook (ECMA-376) shows: its sheets as rows of text, formulas by their results.
package struct Workbook: Sendable {
  package let sheets: [WorkbookSheet]

  /// Whether the octets are a zip file, as every workbook since 2007 is.
  package static func looksLikeZip(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4b, 0x03, 0x04])
  }

  /// Whether the octets are a compound file ([MS-CFB] 2.2): Excel 97–2003, or an encrypted workbook.
  package static func looksLikeCompoundFile(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  }

  /// Every sheet in the order of its tabs, the hidden ones too.
  package static func read(
    _ bytes: [UInt8], file: String, limits: WorkbookLimits = WorkbookLimits()
  ) throws(WorkbookFault) -> Workbook {
    if looksLikeCompoundFile(bytes) { throw oldOrEncrypted(bytes) }
    var parts = try WorkbookParts(bytes, limits: limits)
    let outline = try WorkbookOutline.read(&parts, limits: limits)
    let strings = try SharedStrings.read(&parts, outline, limits: limits)
    let formats = try CellFormats.read(&parts, outline)
    var sheets: [WorkbookSheet] = []
    var (cellsLeft, textLeft) = (limits.cells, limits.text)
    for tab in outline.tabs {
      var reader = SheetReader(
        file: file, strings: strings, formats: formats, startsIn1904: outline.startsIn1904,
        limits: limits, cellsLeft: cellsLeft, textLeft: textLeft)
      let sheet = try reader.read(try parts.xml(tab.part), name: tab.name, isHidden: tab.isHidden)
      (cellsLeft, textLeft) = (reader.cellsLeft, reader.textLeft)
      sheets.append(sheet)
    }
    return Workbook(sheets: sheets)
  }

  /// Encrypted workbooks keep a stream of this name ([MS-OFFCRYPTO] 2.3.4.4); the directory that
  /// names it may lie before the data or behind.
  private static func oldOrEncrypted(_ bytes: [UInt8]) -> WorkbookFault {
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    let isEncrypted = has(name, in: bytes.prefix(1 << 20)) || has(name, in: bytes.suffix(1 << 20))
    return isEncrypted ? .encrypted : .oldExcel
  }

  private static func has(_ name: [UInt8], in octets: ArraySlice<UInt8>) -> Bool {
    var rest = octets
    while let place = rest.firstIndex(of: name[0]) {
      rest = rest[place...]
      if rest.starts(with: name) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
