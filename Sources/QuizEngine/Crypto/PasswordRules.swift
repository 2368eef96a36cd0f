private import Foundation

/// Which new passwords are refused because they are the first that anybody would try.
///
/// No rule asks for digits or signs, and none makes a password expire (OWASP ASVS 5.0, 6.2).
package enum PasswordRules {
  /// Refuses a password that is too short, too long or easy to guess.
  ///
  /// - Parameter context: what others know of its holder: names, school, sign-in name.
  package static func check(_ password: String, context: [String]) throws {
    let normal = password.precomposedStringWithCanonicalMapping
    guard normal.count >= 8 else { throw Refusal.invalid(field: "password", .tooShort) }
    guard normal.count <= 128 else { throw Refusal.invalid(field: "password", .tooLong) }
    if isGuessable(normal, context: context) { throw PasswordRefusal.guessable }
  }

  /// Whether it is digits, a row of keys, a piece repeated, or at most three words that everybody
  /// tries or that stand in `context`, whatever digits and signs stand around them.
  static func isGuessable(_ password: String, context: [String]) -> Bool {
    let letters = folded(password)
    if Set(letters).count < 4 { return true }
    if letters.count <= 12, letters.allSatisfy({ !$0.isLetter }) { return true }
    if isRow(letters.filter { $0.isLetter || $0.isNumber }) || isRepetition(Array(letters)) {
      return true
    }
    let words = CommonPasswords.words.union(context.flatMap(contextWords))
    return cores(of: letters).contains { consists($0, of: words, atMost: 3) }
  }

  /// Lower case without diacritics: “Mật Khẩu” becomes “mat khau”.
  private static func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark {
      // đ has no canonical decomposition.
      scalars.append(scalar == "đ" ? "d" : scalar)
    }
    return String(scalars)
  }

  /// What is left of the decoration around the words: “p@ssw0rd2026!” becomes “password”.
  private static func cores(of letters: String) -> Set<[Character]> {
    let open = Substring(letters).trimming { !$0.isLetter }
    let closed = Substring(letters).trimmingEnd { !$0.isLetter }
    return Set(
      [open, closed].map { part in
        part.map { disguises[$0] ?? $0 }.filter(\.isLetter)
      })
  }

  private static let disguises: [Character: Character] = [
    "@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", "$": "s", "5": "s", "7": "t",
  ]

  private static func contextWords(_ text: String) -> [String] {
    let words = folded(text).split { !$0.isLetter }.map(String.init)
    let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
    return (words + pairs + [words.joined()]).filter { $0.count >= 3 }
  }

  private static func consists(
    _ core: [Character], of words: Set<String>, atMost count: Int
  ) -> Bool {
    guard !core.isEmpty else { return false }
    // reach[i]: with how few words the first i letters are written.
    var reach = [Int?](repeating: nil, count: core.count + 1)
    reach[0] = 0
    for end in 1...core.count {
      for start in max(0, end - 24)..<end {
        guard let before = reach[start], before < min(count, reach[end] ?? count),
          words.contains(String(core[start..<end]))
        else { continue }
        reach[end] = before + 1
      }
    }
    return reach[core.count] != nil
  }

  /// Neighbours in the alphabet, among the digits or on the keyboard, with few breaks.
  private static func isRow(_ signs: String) -> Bool {
    guard signs.count >= 4 else { return false }
    let breaks = zip(signs, signs.dropFirst()).count { left, right in
      !rows.contains { row in
        guard let one = row.firstIndex(of: left), let other = row.firstIndex(of: right) else {
          return false
        }
        return abs(row.distance(from: one, to: other)) <= 1
      }
    }
    return breaks * 4 <= signs.count
  }

  private static let rows = [
    "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm",
  ]

  private static func isRepetition(_ signs: [Character]) -> Bool {
    guard signs.count >= 6 else { return false }
    return (1...signs.count / 2).contains { length in
      signs.count % length == 0 && length <= 4
        && signs.indices.allSatisfy { signs[$0] == signs[$0 % length] }
    }
  }
}

extension Substring {
  fileprivate func trimmingEnd(_ isDropped: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }

  fileprivate func trimming(_ isDropped: (Character) -> Bool) -> Substring {
    drop(while: isDropped).trimmingEnd(isDropped)
  }
}
