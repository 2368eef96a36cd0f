/// What a link reference definition says.
struct MarkdownReference {
  let destination: String
  let title: String?

  /// Bytes that each use of the reference adds to the document.
  var cost: Int { destination.utf8.count + (title?.utf8.count ?? 0) }

  /// A label as it is compared: white space collapsed, case folded; empty when blank.
  ///
  /// Lower case first, then upper case, makes `ẞ`, `ß` and `SS` one label.
  static func key(_ label: ArraySlice<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(label.count)
    var isASCII = true
    var pendingSpace = false
    for byte in label {
      if MarkdownByte.isWhitespace(byte) {
        pendingSpace = !key.isEmpty
        continue
      }
      if pendingSpace { key.append(MarkdownByte.space) }
      pendingSpace = false
      isASCII = isASCII && byte < 0x80
      key.append(MarkdownByte.uppercased(byte))
    }
    if isASCII { return key }
    return Array(String(decoding: key, as: UTF8.self).lowercased().uppercased().utf8)
  }

  /// Reads the definition at `start`; returns it with its key and the start of the next line.
  static func read(
    in bytes: [UInt8], at start: Int, before end: Int
  ) -> (key: [UInt8], reference: MarkdownReference, end: Int)? {
    let scanner = MarkdownLinkScanner(bytes, end: end)
    guard let label = scanner.label(at: start),
      scanner.byte(at: label.end) == MarkdownByte.colon
    else { return nil }
    let destinationStart = scanner.skipSpace(from: label.end + 1)
    guard let destination = scanner.destination(at: destinationStart),
      destination.end > destinationStart
    else { return nil }
    let key = key(bytes[label.text])
    guard !key.isEmpty else { return nil }

    let address = MarkdownEntity.resolved(bytes, destination.text)
    let titleStart = scanner.skipSpace(from: destination.end)
    if titleStart > destination.end, let title = scanner.title(at: titleStart),
      let next = lineEnd(scanner, from: title.end)
    {
      let words = MarkdownEntity.resolved(bytes, title.text)
      return (key, MarkdownReference(destination: address, title: words), next)
    }
    guard let next = lineEnd(scanner, from: destination.end) else { return nil }
    return (key, MarkdownReference(destination: address, title: nil), next)
  }

  /// The start of the next line, if nothing but space stands before it.
  private static func lineEnd(_ scanner: MarkdownLinkScanner, from index: Int) -> Int? {
    var index = index
    while let byte = scanner.byte(at: index), MarkdownByte.isSpaceOrTab(byte) { index += 1 }
    guard let byte = scanner.byte(at: index) else { return index }
    return byte == MarkdownByte.newline ? index + 1 : nil
  }
}
