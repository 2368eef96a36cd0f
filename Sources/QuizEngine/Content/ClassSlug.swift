import Foundation

/// What two ways of writing a class have in common: `Lớp 10 Chuyên Anh` and `10 chuyên anh` become
/// `10-chuyen-anh`, `7 A1` and `7a1` become `7a1`.
///
/// A letter that is a class's own name keeps its mark (6D and 6Đ become `6d` and `6dd`), and so do the
/// signs behind it (6A+, 9A*).
func classSlug(_ name: String) -> String {
  guard name.utf8.count <= 200 else { return "" }
  var words = foldedName(spelt(name)).split(separator: " ")
  if words.count > 1, words.first == "lop" { words.removeFirst() }
  if words.count > 1, isNumber(words[0].utf8), isLetterAndNumber(words[1].utf8) {
    words[0] += words.remove(at: 1)
  }
  if words.count > 1, isGradeAndLetter(words[0].utf8), isNumber(words[1].utf8) {
    words[0] += words.remove(at: 1)
  }
  return words.joined(separator: "-")
}

/// The name with marks of lone letters and signs written out, which folding would drop.
private func spelt(_ name: String) -> String {
  let letters = Array(name.precomposedStringWithCompatibilityMapping.lowercased())
  var text = ""
  for (index, letter) in letters.enumerated() {
    let isAlone =
      (index == 0 || !letters[index - 1].isLetter)
      && (index + 1 == letters.count || !letters[index + 1].isLetter)
    if let sign = signs[letter] {
      text += " " + sign
    } else {
      text += isAlone ? telex[letter] ?? String(letter) : String(letter)
    }
  }
  return text
}

/// As Vietnamese keyboards type them.
private let telex: [Character: String] = [
  "đ": "dd", "ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw",
]

private let signs: [Character: String] = ["+": "cong", "*": "sao"]

private func isNumber(_ octets: some Collection<UInt8>) -> Bool {
  octets.allSatisfy { (0x30...0x39).contains($0) }
}

private func isLetter(_ octet: UInt8) -> Bool { (0x61...0x7a).contains(octet) }

/// The `a` or `a1` of a class; `dd` for Đ.
private func isLetterAndNumber(_ octets: Substring.UTF8View) -> Bool {
  let letters = octets.prefix { isLetter($0) }
  let isTyped = telex.values.contains { $0.utf8.elementsEqual(letters) }
  return (letters.count == 1 || isTyped) && isNumber(octets.dropFirst(letters.count))
}

/// The `7a` of `7A 1`.
private func isGradeAndLetter(_ octets: Substring.UTF8View) -> Bool {
  guard let last = octets.last, octets.count > 1 else { return false }
  return isLetter(last) && isNumber(octets.dropLast())
}
