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

  /// Without white space at either end.
  var trimmed: GIFTSlice {
    var from = bytes.startIndex
    var to = bytes.endIndex
    while from < to, Self.isSpace(bytes[from]) { from += 1 }
    while to > from, Self.isSpace(bytes[to - 1]) { to -= 1 }
    return part(from, to)
  }

  /// Without white space at the start.
  var trimmedStart: GIFTSlice {
    var from = bytes.startIndex
    while from < bytes.endIndex, Self.isSpace(bytes[from]) { from += 1 }
    return self.from(from)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0a }

  /// The indices that begin a character which no backslash protects, in order.
  ///
  /// A backslash protects only what GIFT escapes; before anything else it is itself.
  var unescaped: [Int] {
    var found: [Int] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "\\"), let next = self[index + 1], Self.isEscapable(next) {
        index += 2
      } else {
        found.append(index)
        index += 1
      }
    }
    return found
  }

  /// The first unprotected `byte`.
  func first(_ byte: Unicode.Scalar) -> Int? {
    unescaped.first { bytes[$0] == UInt8(ascii: byte) }
  }

  /// The first unprotected place where `text` stands.
  func first(of text: StaticString) -> Int? {
    unescaped.first { from($0).starts(with: text) }
  }

  /// The last unprotected place where `text` stands.
  func last(of text: StaticString) -> Int? {
    unescaped.last { from($0).starts(with: text) }
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
