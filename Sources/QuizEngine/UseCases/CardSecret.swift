/// The 128-bit secret on a printed card; only its digest is stored.
package struct CardSecret: Sendable {
  private let value: ID<CardSecret>

  package init(_ environment: Environment) {
    value = ID(high: environment.entropy(), low: environment.entropy())
  }

  /// Reads what a person typed or scanned: case, spaces and dashes do not matter.
  package init?(typed text: String) {
    let letters = text.unicodeScalars.filter { $0 != " " && $0 != "-" }
    guard letters.count == 26, let value = ID<CardSecret>(text: String(String.UnicodeScalarView(letters)))
    else { return nil }
    self.value = value
  }

  /// 26 characters for the link.
  package var text: String { value.text }

  /// Groups for reading aloud and typing: `01ab-…`.
  package var grouped: String {
    var groups: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      groups.append(String(rest.prefix(4)))
      rest = rest.dropFirst(4)
    }
    return groups.joined(separator: "-")
  }

  package var digest: Digest { SHA256.hash("card:" + text) }
}
