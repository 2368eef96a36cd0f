/// Ids of questions: those of our courses, those of other programs, and those made here.
enum QuestionID {
  /// Letters, digits, `.`, `_` and `-`, at most 64, the first a letter or a digit: `12`, `CH1_Q01`.
  static func isValid(_ id: String) -> Bool {
    guard (1...64).contains(id.utf8.count), let first = id.utf8.first else { return false }
    return MarkdownByte.isAlphanumeric(first)
      && id.utf8.allSatisfy {
        MarkdownByte.isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
          || $0 == UInt8(ascii: "-")
      }
  }

  /// An id for another program's id that has other signs: always the same for the same.
  static func made(from foreign: String) -> String { made(of: Array(foreign.utf8)) }

  /// An id of the words of a question, which the key, the marks and the explanation do not change.
  static func made(of prompt: RichText, _ options: [RichText]) -> String {
    var octets = Array(prompt.plainText.utf8)
    for option in options {
      octets.append(0)
      octets += option.plainText.utf8
    }
    return made(of: octets)
  }

  private static func made(of octets: [UInt8]) -> String {
    "q-" + Hex.encode(SHA256.hash(octets).bytes).prefix(20)
  }
}
