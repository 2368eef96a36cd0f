/// Which format each style of a workbook gives to numbers.
struct CellFormats {
  private let formats: [NumberFormat]

  static func read(
    _ parts: inout WorkbookParts, _ outline: WorkbookOutline
  ) throws(WorkbookFault) -> CellFormats {
    guard let part = outline.styles, parts.has(part) else { return CellFormats(formats: []) }
    var reader = try parts.xml(part)
    var codes: [Int: NumberFormat] = [:]
    var ids: [Int] = []
    do throws(XMLFault) {
      var isInCells = false
      while let event = try reader.next() {
        guard case .start(let tag) = event else { continue }
        if reader.depth == 2 { isInCells = tag.isNamed("cellXfs") }
        if tag.isNamed("numFmt"), let id = tag.octets("numFmtId").flatMap({ Int(decimal: $0) }) {
          codes[id] = NumberFormat(code: tag["formatCode"] ?? "")
        } else if isInCells, reader.depth == 3, tag.isNamed("xf") {
          ids.append(tag.octets("numFmtId").flatMap { Int(decimal: $0) } ?? 0)
        }
      }
    } catch {
      throw WorkbookFault(error)
    }
    return CellFormats(formats: ids.map { codes[$0] ?? NumberFormat(builtIn: $0) })
  }

  subscript(style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .general
  }
}
