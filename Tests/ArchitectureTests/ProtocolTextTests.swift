import Testing

/// Protocols are octets: Swift joins a comma with a combining mark before it to one `Character`,
/// and compares text after normalising it, in a time that grows with the square of such marks.
@Suite struct ProtocolTextTests {
  /// What cuts or looks at text by characters.
  static let words = [
    ".split(separator: \"", "separatedBy:", ".hasPrefix(", ".hasSuffix(", "whereSeparator",
    ".isWhitespace", ".isNewline", ".isLetter", ".isNumber", ".contains(\"", "of: \"",
    "$0 == \"", "$0 != \"", ".lowercased() ==",
  ]

  /// Where text is our own, or made safe on the line itself.
  static let places: [String: String] = [
    "ListenAddress.swift": "an address that the operator wrote",
    "HTTPServer.swift": "the kernel's own words for the peer",
    "PathPattern.swift": "our own routes",
    "PublicHandlers.swift": "our own documents",
    "PublicName.swift": "names of people, as readers see them",
    "SignInHandlers.swift": "nothing but visible ASCII is followed",
    "SignInDoor.swift": "the id in a ticket, for the log alone",
  ]

  @Test func `no protocol text is cut by characters`() {
    let rooms = ["Net/", "HTTP/", "Web/"].map { "Sources/TrainingServer/" + $0 }
    for file in SourceTree.sources where rooms.contains(where: file.path.hasPrefix) {
      for (index, line) in file.code.enumerated() where !isOurs(file, line) {
        for word in Self.words where line.contains(word) {
          Issue.record("\(file.place(index, "\(word): compare and cut octets"))")
        }
      }
    }
  }

  /// Fields are named by us: looking one up compares octets.
  private func isOurs(_ file: SourceFile, _ line: String) -> Bool {
    Self.places[file.name] != nil || line.contains("fields.contains(\"")
      || line.contains("accepted.contains(\"")
  }
}
