import Foundation

/// Names from outside are compared as octets: `==` of strings asks for canonical equivalence, which
/// costs more and lets two spellings pass for one name.
extension String {
  /// The longest name of a field, a member or a parameter in octets; longer ones are refused before
  /// they are compared with anything.
  package static var longestName: Int { 64 }

  /// Whether both are spelt with the same octets.
  package func hasSameOctets(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    // Every request compares some names; octet by octet costs ten times as much.
    let isSame = utf8.withContiguousStorageIfAvailable { mine in
      other.utf8.withContiguousStorageIfAvailable { theirs in
        guard let left = mine.baseAddress, let right = theirs.baseAddress else { return true }
        return memcmp(left, right, mine.count) == 0
      }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}
