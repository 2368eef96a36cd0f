/// One JSON object of a file: asks for members by name and remembers what was asked.
///
/// Methods without “optional” report a missing key and return a stand-in (see `JSONReader`).
package final class ObjectReader {
  /// Where the object begins.
  package let location: SourceLocation
  /// The keys in the order of the file.
  package var keys: [String] { members.map(\.key) }

  private let members: [LocatedJSON.Member]
  let reporter: JSONReader
  /// A stand-in for what is no object reports nothing more.
  private let isStandIn: Bool
  private var asked: [String] = []
  /// Nobody reads more, and each is compared with every name there is.
  private static let mostReported = 20

  init(
    _ members: [LocatedJSON.Member], at location: SourceLocation, reader: JSONReader,
    isStandIn: Bool = false
  ) {
    self.members = members
    self.location = location
    self.reporter = reader
    self.isStandIn = isStandIn
    if !isStandIn { reader.keep(self) }
  }

  static func standIn(at location: SourceLocation, _ reader: JSONReader) -> ObjectReader {
    ObjectReader([], at: location, reader: reader, isStandIn: true)
  }

  /// The member of that name, or nil without an issue.
  package func optional(_ key: String) -> ValueReader? {
    if !asked.contains(key) { asked.append(key) }
    return members.first { $0.key.hasSameOctets(as: key) }.map {
      ValueReader($0.value, reader: reporter)
    }
  }

  /// The member of that name; a missing one is reported.
  package func required(_ key: String) -> ValueReader? {
    if let value = optional(key) { return value }
    if !isStandIn {
      reporter.report(
        location,
        LocalizedText(
          vi: "Thiếu khoá “\(key)” trong đối tượng này.",
          en: "The key “\(key)” is missing in this object."))
    }
    return nil
  }

  package func has(_ key: String) -> Bool { optional(key) != nil }

  /// Where the value of `key` stands; the object itself when there is none.
  package func location(of key: String) -> SourceLocation {
    members.first { $0.key.hasSameOctets(as: key) }?.value.location ?? location
  }

  /// Reports something about `key` that only the caller can know to be wrong.
  package func report(_ key: String, _ message: LocalizedText) {
    reporter.report(location(of: key), message)
  }

  /// Reports keys that nobody asked for, the first of them; called once, at the end.
  func reportUnknownKeys() {
    let present = Set(members.map { Array($0.key.utf8) })
    let open = asked.filter { !present.contains(Array($0.utf8)) }
    let known = Set(asked.map { Array($0.utf8) })
    let unknown = members.lazy.filter { !known.contains(Array($0.key.utf8)) }
    for member in unknown.prefix(Self.mostReported) {
      let names = nearestName(to: member.key, among: open) == nil ? asked : open
      reporter.report(member.keyLocation, unknownName(member.key, among: names))
    }
  }
}
