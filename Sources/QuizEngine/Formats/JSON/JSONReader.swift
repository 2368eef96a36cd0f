/// Reads a JSON file that a person wrote and collects everything that is wrong with it.
///
///     let sheet = try JSONReader.read(bytes, file: "de.json") { object in
///       Sheet(title: object.localizedText("title"), minutes: object.int("minutes", in: 1...180))
///     }
///
/// A required value that is missing or wrong is reported and a stand-in returned (empty text, 0,
/// no items), so that one run shows all mistakes; the result is thrown away with them.
package final class JSONReader {
  private var issues: [SourceIssue] = []
  private var objects: [ObjectReader] = []

  private init() {}

  /// The decoded value, or every issue found, in the order of the file.
  ///
  /// Keys that `decode` never asked for are issues too.
  package static func read<Value>(
    _ bytes: [UInt8], file: String, limits: JSONLimits = JSONLimits(),
    _ decode: (ObjectReader) -> Value
  ) throws(SourceIssues) -> Value {
    let root: LocatedJSON
    do {
      root = try LocatedJSON(bytes, file: file, limits: limits)
    } catch {
      throw SourceIssues([error])
    }
    let reader = JSONReader()
    let value = decode(ValueReader(root, reader: reader).object())
    for object in reader.objects { object.reportUnknownKeys() }
    guard reader.issues.isEmpty else {
      throw SourceIssues(
        reader.issues.sorted {
          ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column)
        })
    }
    return value
  }

  func report(_ location: SourceLocation, _ message: LocalizedText) {
    issues.append(SourceIssue(location, message))
  }

  /// Remembers an object so that its unknown keys are reported in the end.
  func keep(_ object: ObjectReader) {
    objects.append(object)
  }
}
