/// How a site of ours answered a visitor.
package struct SiteAnswer: Hashable, Sendable {
  /// Why there is no answer, in the words of who asked.
  package var failure: LocalizedText?
  package var status = 0
  /// The value of Strict-Transport-Security.
  package var strictTransport: String?
  package var body: [UInt8] = []

  package init(failure: LocalizedText) {
    self.failure = failure
  }

  /// Takes apart what `curl --include` wrote: heads of interim answers, the head, the body.
  package init(curl output: [UInt8]) {
    var rest = output[...]
    while rest.starts(with: Array("HTTP/".utf8)) {
      let head = Self.takeHead(&rest)
      let words = head.first?.split(separator: " ") ?? []
      status = words.count > 1 ? Int(words[1]) ?? 0 : 0
      let name = "strict-transport-security:"
      strictTransport = head.first { $0.lowercased().hasPrefix(name) }
        .map { String($0.dropFirst(name.count)).trimmed }
      if status >= 200 { break }
    }
    body = Array(rest)
  }

  /// The lines up to the empty one.
  private static func takeHead(_ rest: inout ArraySlice<UInt8>) -> [String] {
    var lines: [String] = []
    while let end = rest.firstIndex(of: 10) {
      let line = String(decoding: rest[..<end], as: UTF8.self).trimmed
      rest = rest[(end + 1)...]
      if line.isEmpty { break }
      lines.append(line)
    }
    return lines
  }

  /// Refuses what is no address of a site.
  static func check(_ url: String) throws(Misuse) {
    let isPlain = url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != 0x22 && $0 != 0x5c }
    let hasScheme = ["http://", "https://"].contains {
      url.hasPrefix($0) && url.utf8.count > $0.utf8.count
    }
    guard isPlain, hasScheme else {
      throw Misuse(
        vi: "--url cần địa chỉ bắt đầu bằng https:// hoặc http://.",
        en: "--url takes an address that begins with https:// or http://.")
    }
  }
}
