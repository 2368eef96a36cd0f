/// Bytes of one question, each with its offset in the file: comment lines are gone and line ends
/// are LF, so that what is left no longer lies in one piece.
struct GIFTSlice {
  private(set) var bytes: ArraySlice<UInt8>
  private(set) var offsets: ArraySlice<Int>

  init(bytes: [UInt8] = [], offsets: [Int] = []) {
    self.bytes = bytes[...]
    self.offsets = offsets[...]
  }

  private init(bytes: ArraySlice<UInt8>, offsets: ArraySlice<Int>) {
    self.bytes = bytes
    self.offsets = offsets
  }

  var isEmpty: Bool { bytes.isEmpty }
  var indices: Range<Int> { bytes.indices }

  /// Where the slice begins in the file.
  var offset: Int { offsets.first ?? 0 }

  /// The byte at an index of this slice; nil outside.
  subscript(index: Int) -> UInt8? {
    bytes.indices.contains(index) ? bytes[index] : nil
  }

  func offset(at index: Int) -> Int {
    offsets.indices.contains(index) ? offsets[index] : offset
  }

  /// The part from one index up to another, kept within the slice.
  func part(_ from: Int, _ to: Int) -> GIFTSlice {
    let from = min(max(from, bytes.startIndex), bytes.endIndex)
    let to = min(max(to, from), bytes.endIndex)
    return GIFTSlice(bytes: bytes[from..<to], offsets: offsets[from..<to])
  }

  func from(_ index: Int) -> GIFTSlice { part(index, bytes.endIndex) }
  func upTo(_ index: Int) -> GIFTSlice { part(bytes.startIndex, index) }

  func starts(with text: StaticString) -> Bool {
    bytes.starts(
      with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Without white space and invisible signs at either end.
  var trimmed: GIFTSlice {
    let start = trimmedStart
    return start.upTo(GIFTSpace.start(ofRunEnding: start.bytes))
  }

  /// Without white space and invisible signs at the start.
  var trimmedStart: GIFTSlice { from(GIFTSpace.end(ofRunStarting: bytes)) }

  /// Whether a backslash at `index` protects the octet behind it.
  ///
  /// A backslash protects only what GIFT escapes; before anything else it is itself.
  func isEscape(at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "\\"), let next = self[index + 1] else { return false }
    return Self.isEscapable(next)
  }

  /// Looks at each index that no backslash protects, in order, until `body` says stop.
  func forEachUnescaped(_ body: (Int) -> Bool) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if isEscape(at: index) {
        index += 2
      } else {
        if body(index) { return }
        index += 1
      }
    }
  }

  /// The first unprotected `byte`.
  func first(_ byte: Unicode.Scalar) -> Int? {
    let byte = UInt8(ascii: byte)
    return first { bytes[$0] == byte }
  }

  /// The first unprotected place where `text` stands.
  func first(of text: StaticString) -> Int? {
    first { from($0).starts(with: text) }
  }

  private func first(where isWanted: (Int) -> Bool) -> Int? {
    var found: Int?
    forEachUnescaped { index in
      if isWanted(index) { found = index }
      return found != nil
    }
    return found
  }

  /// The last unprotected place where `text` stands.
  func last(of text: StaticString) -> Int? {
    var found: Int?
    forEachUnescaped { index in
      if from(index).starts(with: text) { found = index }
      return false
    }
    return found
  }

  static func isEscapable(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "="),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "~"), UInt8(ascii: "n"):
      true
    default: false
    }
  }
}
