/// The 128-bit secret on a printed card; only its digest is stored.
package struct CardSecret: Sendable {
  private let number: UInt128

  package init(_ environment: Environment) {
    number = UInt128(environment.entropy()) << 64 | UInt128(environment.entropy())
  }

  /// Reads what a person typed or scanned, forgiving case, spaces, hyphens and look-alikes.
  package init?(typed text: String) {
    guard let number = CrockfordBase32.decodeTyped(text) else { return nil }
    self.number = number
  }

  /// 26 characters for the link.
  package var text: String { CrockfordBase32.encode(number) }

  /// Groups of four for reading aloud and typing.
  package var grouped: String { inGroupsOfFour(text, separator: "-") }

  package var digest: Digest { SHA256.hash("card:" + text) }
}
