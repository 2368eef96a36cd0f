extension Person {
  /// Given name, for lists that Vietnamese readers search by it.
  package var givenName: String { name.split(separator: " ").last.map(String.init) ?? name }

  /// Initials for public lists: `Nguyễn Thị Minh Anh` becomes `N. T. M. A.`; signs such as the
  /// brackets of `Nguyễn Văn A (B)` are no letters.
  package var initials: String {
    QuizEngine.initials(of: name)
  }
}

/// The first letter of every word that has letters.
package func initials(of name: String) -> String {
  name.split(separator: " ").compactMap { $0.first(where: \.isLetter) }
    .map { "\($0.uppercased())." }.joined(separator: " ")
}

/// Orders Vietnamese full names by given name, then the rest from the left.
///
/// Letters sort a ă â b c d đ e ê … by letter first, by tone second (TCVN 6909 leaves the order
/// to the dictionary's usage: none, huyền, hỏi, ngã, sắc, nặng).
package struct VietnameseNameKey: Comparable, Sendable {
  private let words: [[Int]]
  private let tones: [Int]

  package init(_ name: String) {
    let parts = name.split(separator: " ")
    let ordered = (parts.last.map { [$0] } ?? []) + parts.dropLast()
    var words: [[Int]] = []
    var tones: [Int] = []
    for part in ordered {
      var letters: [Int] = []
      for character in part.lowercased() {
        let place = vietnameseLetters[character] ?? (letter: 1000 + fallback(character), tone: 0)
        letters.append(place.letter)
        tones.append(place.tone)
      }
      words.append(letters)
    }
    self.words = words
    self.tones = tones
  }

  package static func < (left: VietnameseNameKey, right: VietnameseNameKey) -> Bool {
    for (one, other) in zip(left.words, right.words) where one != other {
      return one.lexicographicallyPrecedes(other)
    }
    if left.words.count != right.words.count { return left.words.count < right.words.count }
    return left.tones.lexicographicallyPrecedes(right.tones)
  }
}

private func fallback(_ character: Character) -> Int {
  Int(character.unicodeScalars.first?.value ?? 0)
}

/// Each letter with its place in the alphabet and its tone.
private let vietnameseLetters: [Character: (letter: Int, tone: Int)] = {
  let rows = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ", "êềểễếệ", "f", "g", "h", "iìỉĩíị",
    "j", "k", "l", "m", "n", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "p", "q", "r", "s", "t", "uùủũúụ",
    "ưừửữứự", "v", "w", "x", "yỳỷỹýỵ", "z",
  ]
  var places: [Character: (letter: Int, tone: Int)] = [:]
  for (letter, row) in rows.enumerated() {
    for (tone, character) in row.enumerated() { places[character] = (letter, tone) }
  }
  return places
}()
