/// The files in a workbook, and how they name each other (ECMA-376 part 2).
struct WorkbookParts {
  /// What a part says about another one.
  struct Relation: Hashable, Sendable {
    let id: String
    /// The last word of its type, such as `worksheet`.
    let kind: String
    /// The name of the part.
    let target: String
  }

  private var archive: ZipArchive
  private let limits: WorkbookLimits

  init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookFault) {
    do throws(ZipFault) {
      archive = try ZipArchive(bytes, limits: ZipLimits(unpacked: limits.unpacked))
    } catch {
      throw WorkbookFault(error)
    }
    self.limits = limits
    try refuseOthers()
  }

  /// Names what else the file is, so that the person knows what to do.
  private mutating func refuseOthers() throws(WorkbookFault) {
    if archive.has("mimetype") {
      let type = try octets("mimetype")
      if type.starts(with: "application/vnd.oasis.opendocument".utf8) { throw .openDocument }
    }
    if archive.has("xl/workbook.bin") { throw .binary }
    if archive.has("word/document.xml") || archive.has("ppt/presentation.xml") {
      throw .otherOffice
    }
    guard archive.has("[Content_Types].xml") else { throw .notWorkbook }
  }

  func has(_ part: String) -> Bool { archive.has(part) }

  /// A part's octets.
  mutating func octets(_ part: String) throws(WorkbookFault) -> [UInt8] {
    do throws(ZipFault) { return try archive.read(part) } catch { throw WorkbookFault(error) }
  }

  /// A reader at the start of a part.
  mutating func xml(_ part: String) throws(WorkbookFault) -> XMLReader {
    let octets = try octets(part)
    do throws(XMLFault) { return try XMLReader(octets) } catch { throw WorkbookFault(error) }
  }

  /// The parts that a part names; none where it has no list of them.
  mutating func relations(of part: String) throws(WorkbookFault) -> [Relation] {
    let cut = part.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = cut.map { String(part[..<$0]) } ?? ""
    let name = cut.map { String(part[part.utf8.index(after: $0)...]) } ?? part
    let list = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
    guard archive.has(list) else { return [] }
    var reader = try xml(list)
    var found: [Relation] = []
    do throws(XMLFault) {
      while let event = try reader.next() {
        guard case .start(let tag) = event, tag.isNamed("Relationship"), let id = tag["Id"],
          let type = tag.octets("Type"), let target = tag["Target"],
          !(tag.octets("TargetMode")?.elementsEqual("External".utf8) ?? false)
        else { continue }
        let kind = type.split(separator: UInt8(ascii: "/")).last ?? []
        found.append(
          Relation(
            id: id, kind: String(decoding: kind, as: UTF8.self),
            target: Self.resolved(target, in: folder)))
      }
    } catch {
      throw WorkbookFault(error)
    }
    return found
  }

  /// `worksheets/sheet1.xml` in `xl` is `xl/worksheets/sheet1.xml`; `/xl/…` says so itself.
  static func resolved(_ target: String, in folder: String) -> String {
    let octets = Array(target.utf8.prefix(1000))
    let slash = UInt8(ascii: "/")
    var path = octets.first == slash ? [] : Array(folder.utf8).split(separator: slash)
    for step in octets.split(separator: slash) where !step.elementsEqual(".".utf8) {
      if step.elementsEqual("..".utf8) {
        _ = path.popLast()
      } else {
        path.append(step)
      }
    }
    return String(decoding: Array(path.joined(separator: [slash])), as: UTF8.self)
  }
}
