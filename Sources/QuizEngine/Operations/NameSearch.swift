/// Finds things by what people call them, whatever the case and the diacritics.
struct NameSearch: Sendable {
  private let wanted: [UInt8]

  /// - Throws: `Misuse` for a text without letters and digits, or a very long one.
  init(_ text: String) throws(Misuse) {
    // Folding puts marks in order, so the length is bounded first.
    let folded = text.utf8.count <= 300 ? Array(foldedName(text).utf8) : []
    guard !folded.isEmpty else {
      throw Misuse(
        vi: "Hãy tìm bằng chữ hoặc số, tối đa 300 byte.",
        en: "Search for letters or digits, 300 bytes at most.")
    }
    wanted = folded
  }

  /// Whether the words stand in one of the names.
  func finds(_ names: String?...) -> Bool {
    names.contains { name in
      let octets = Array(foldedName(name ?? "").utf8)
      guard octets.count >= wanted.count else { return false }
      return (0...(octets.count - wanted.count)).contains {
        octets[$0] == wanted[0] && octets[$0..<$0 + wanted.count].elementsEqual(wanted)
      }
    }
  }

  /// Whether one of the names is just that.
  func isWhole(_ names: String?...) -> Bool {
    names.contains { Array(foldedName($0 ?? "").utf8) == wanted }
  }

  /// The option of every list.
  static let option = OperationSpec.Option(
    "name", .text("TEXT"), vi: "Chỉ những tên có chữ này, không kể hoa thường và dấu",
    en: "Only names with these words, whatever the case and the diacritics")
}

extension Operation {
  /// What `--name` searches for.
  func nameSearch() throws(Misuse) -> NameSearch? {
    guard let text = option("name") else { return nil }
    return try NameSearch(text)
  }
}

/// Something that a name could mean: its id and what tells it from others.
struct NameCandidate: Sendable {
  let id: String
  let text: String
}

extension Misuse {
  /// A name that means several things, or nearly one.
  static func unclear(_ name: String, _ candidates: [NameCandidate]) -> Misuse {
    let lines = candidates.prefix(20).map { "  \($0.id)  \($0.text)" }.joined(separator: "\n")
    let rest = candidates.count > 20 ? "\n  …" : ""
    return Misuse(
      vi:
        "“\(name)” có thể là \(candidates.count) mục. Hãy nêu rõ hơn, hoặc dùng mã:\n"
        + lines + rest,
      en: "“\(name)” could be \(candidates.count) things. Name it whole, or its id:\n"
        + lines + rest)
  }
}

/// The one thing that a name means: all of its name, else nothing but candidates.
///
/// Part of a name is never enough, since commands take cards and papers away.
func theOne<Thing>(
  of things: [Thing], named name: String, none: Refusal,
  names: (Thing) -> [String?], candidate: (Thing) -> NameCandidate
) throws -> Thing {
  let search = try NameSearch(name)
  let exact = things.filter { thing in names(thing).contains { $0 == name } }
  let whole = exact.isEmpty ? things.filter { names($0).contains { search.isWhole($0) } } : exact
  if whole.count == 1, let thing = whole.first { return thing }
  let near = whole.isEmpty ? things.filter { names($0).contains { search.finds($0) } } : whole
  guard !near.isEmpty else { throw none }
  throw Misuse.unclear(name, near.map(candidate))
}
