private import Foundation

extension Engine {
  /// A name of a person, unit or cohort as it is kept: one spelling for each letter, so that names
  /// can be found and compared.
  func checkedName(_ text: String) throws(Refusal) -> String {
    let name = text.trimmed.precomposedStringWithCanonicalMapping
    guard !name.isEmpty else { throw .invalid(field: "name", .missing) }
    guard name.utf8.count <= 300 else { throw .invalid(field: "name", .tooLong) }
    guard !name.hasHiddenControls else { throw .invalid(field: "name", .malformed) }
    return name
  }
}
