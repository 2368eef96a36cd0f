/// Where the values lie of the fields that the guards ask every request for.
///
/// Noted while the head is read, so that no later question walks the fields again.
struct KnownFields: Sendable {
  enum Name: Int, CaseIterable, Sendable {
    case authorization
    case cookie
    case contentType
    case contentEncoding
    case origin
    case secFetchSite
    case acceptLanguage
  }

  /// Offsets from the start of the head; a value never starts at 0.
  private struct Place: Sendable {
    var start: UInt16 = 0
    var end: UInt16 = 0
  }

  private var places = InlineArray<7, Place>(repeating: Place())

  /// The first field of a name counts, as with every lookup by name.
  mutating func note(_ line: FieldLine, valueOffset offset: Int) {
    guard let name = Self.name(of: line), places[name.rawValue].start == 0 else { return }
    places[name.rawValue] = Place(
      start: UInt16(clamping: offset), end: UInt16(clamping: offset + line.value.count))
  }

  /// The place of a value inside the head; nil when the field was not sent.
  subscript(name: Name) -> Range<Int>? {
    let place = places[name.rawValue]
    guard place.start > 0, place.start <= place.end else { return nil }
    return Int(place.start)..<Int(place.end)
  }

  private static func name(of line: FieldLine) -> Name? {
    switch line.name.count {
    case 6 where line.name.equalsIgnoringCase("cookie"): .cookie
    case 6 where line.name.equalsIgnoringCase("origin"): .origin
    case 12 where line.name.equalsIgnoringCase("content-type"): .contentType
    case 13 where line.name.equalsIgnoringCase("authorization"): .authorization
    case 14 where line.name.equalsIgnoringCase("sec-fetch-site"): .secFetchSite
    case 15 where line.name.equalsIgnoringCase("accept-language"): .acceptLanguage
    case 16 where line.name.equalsIgnoringCase("content-encoding"): .contentEncoding
    default: nil
    }
  }
}
