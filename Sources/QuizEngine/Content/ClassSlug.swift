/// What two ways of writing a class have in common: `Lớp 10 Chuyên Anh` and `10 chuyên anh` become
/// `10-chuyen-anh`, `7 A1` and `7a1` become `7a1`.
func classSlug(_ name: String) -> String {
  guard name.utf8.count <= 200 else { return "" }
  var words = foldedName(name).split(separator: " ")
  if words.count > 1, words.first == "lop" { words.removeFirst() }
  if words.count > 1, isNumber(words[0].utf8), isLetterAndNumber(words[1].utf8) {
    words[0] += words.remove(at: 1)
  }
  return words.joined(separator: "-")
}

private func isNumber(_ octets: some Collection<UInt8>) -> Bool {
  octets.allSatisfy { (0x30...0x39).contains($0) }
}

/// The `A` or `A1` of a class.
private func isLetterAndNumber(_ octets: Substring.UTF8View) -> Bool {
  guard let first = octets.first else { return false }
  return (0x61...0x7a).contains(first) && isNumber(octets.dropFirst())
}
