/// Names from outside are compared as octets: `==` of strings asks for canonical equivalence, which
/// costs more and lets two spellings pass for one name.
extension String {
  /// The longest name of a field, a member or a parameter in octets; longer ones are refused before
  /// they are compared with anything.
  package static var longestName: Int { 64 }

  /// Whether both are spelt with the same octets.
  package func hasSameOctets(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}
