/// What a workbook says of its sheets and of where strings and formats lie.
struct WorkbookOutline {
  /// A sheet's tab.
  struct Tab: Hashable, Sendable {
    let name: String
    let isHidden: Bool
    let part: String
  }

  private(set) var tabs: [Tab] = []
  /// Whether days count from 1 January 1904, as workbooks of old Macs do.
  private(set) var startsIn1904 = false
  private(set) var strings: String?
  private(set) var styles: String?

  static func read(
    _ parts: inout WorkbookParts, limits: WorkbookLimits
  ) throws(WorkbookFault) -> WorkbookOutline {
    let root = try parts.relations(of: "").first { $0.kind == "officeDocument" }?.target
    let book = root ?? "xl/workbook.xml"
    guard parts.has(book) else { throw .notWorkbook }
    let relations = try parts.relations(of: book)
    var outline = WorkbookOutline()
    outline.strings = relations.first { $0.kind == "sharedStrings" }?.target
    outline.styles = relations.first { $0.kind == "styles" }?.target
    var reader = try parts.xml(book)
    do throws(XMLFault) { try outline.read(&reader, relations) } catch {
      throw WorkbookFault(error)
    }
    guard outline.tabs.count <= limits.sheets else { throw .tooManySheets(limits.sheets) }
    guard outline.tabs.allSatisfy({ parts.has($0.part) }) else { throw .damaged }
    return outline
  }

  private mutating func read(
    _ reader: inout XMLReader, _ relations: [WorkbookParts.Relation]
  ) throws(XMLFault) {
    let targets = Dictionary(
      relations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var isWorkbook = false
    while let event = try reader.next() {
      guard case .start(let tag) = event else { continue }
      if reader.depth == 1 { isWorkbook = tag.isNamed("workbook") }
      guard isWorkbook else { continue }
      if tag.isNamed("workbookPr") {
        startsIn1904 = ["1", "true"].contains(tag["date1904"] ?? "")
      } else if tag.isNamed("sheet"), reader.depth == 3 {
        // Charts have tabs too, but no cells.
        guard let id = tag["id"], let relation = targets[id], relation.kind == "worksheet" else {
          continue
        }
        let state = tag["state"] ?? "visible"
        tabs.append(
          Tab(
            name: String(decoding: (tag["name"] ?? "").utf8.prefix(124), as: UTF8.self),
            isHidden: state != "visible", part: relation.target))
      }
    }
  }
}
