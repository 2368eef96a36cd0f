/// Decodes a chunked body (RFC 9112 section 7.1), one octet of framing at a time.
///
/// Every leniency here has been somebody's smuggling advisory: sizes are bare hexadecimal,
/// lines end in CRLF, extensions follow their grammar, trailers are checked and thrown away.
struct ChunkedDecoder {
  private enum Phase {
    case size(digits: Int)
    case chunkExtension(ChunkExtension)
    case sizeFeed
    case data
    case dataReturn
    case dataFeed
    case trailer
    case done
  }

  private var phase = Phase.size(digits: 0)
  private var remaining = 0
  private var extensionBytes = 0
  private var allExtensionBytes = 0
  private var trailerLine: [UInt8] = []
  private var trailerBytes = 0
  private let limits: Limits

  /// The sum of the chunk sizes announced so far.
  private(set) var total = 0

  init(limits: Limits) {
    self.limits = limits
  }

  var isDone: Bool {
    if case .done = phase { true } else { false }
  }

  /// Eats from `bytes`, appending data to `body` unless it is to be ignored; returns how much.
  mutating func decode(
    _ bytes: UnsafeRawBufferPointer, limit: Int, into body: inout [UInt8], keeping: Bool
  ) throws(ParseError) -> Int {
    var index = 0
    while index < bytes.count, !isDone {
      if case .data = phase {
        let count = min(remaining, bytes.count - index)
        if keeping { body.append(contentsOf: bytes.part(index, index + count)) }
        remaining -= count
        index += count
        if remaining == 0 { phase = .dataReturn }
      } else {
        try take(bytes[index], limit: limit)
        index += 1
      }
    }
    return index
  }

  private mutating func take(_ byte: UInt8, limit: Int) throws(ParseError) {
    switch phase {
    case .size(let digits): try takeSize(byte, digits: digits)
    case .chunkExtension(let state): try takeExtension(byte, state)
    case .sizeFeed:
      guard byte == 10 else { throw .chunk }
      try finishSize(limit: limit)
    case .dataReturn:
      guard byte == 13 else { throw .chunk }
      phase = .dataFeed
    case .dataFeed:
      guard byte == 10 else { throw .chunk }
      phase = .size(digits: 0)
    case .trailer: try takeTrailer(byte)
    case .data, .done: break
    }
  }

  private mutating func takeSize(_ byte: UInt8, digits: Int) throws(ParseError) {
    if let value = byte.hexValue {
      guard digits < 16, remaining <= Int.max >> 4 else { throw .chunk }
      remaining = remaining << 4 | Int(value)
      phase = .size(digits: digits + 1)
      return
    }
    guard digits > 0 else { throw .chunk }
    switch byte {
    case 13: phase = .sizeFeed
    case 59:
      extensionBytes = 0
      phase = .chunkExtension(.name(isEmpty: true))
      try countExtensionByte()
    default: throw .chunk
    }
  }

  private mutating func takeExtension(
    _ byte: UInt8, _ state: ChunkExtension
  ) throws(ParseError) {
    if byte == 13 {
      guard state.mayEnd else { throw .chunk }
      phase = .sizeFeed
      return
    }
    guard let next = state.after(byte) else { throw .chunk }
    phase = .chunkExtension(next)
    try countExtensionByte()
  }

  private mutating func countExtensionByte() throws(ParseError) {
    extensionBytes += 1
    allExtensionBytes += 1
    guard extensionBytes <= limits.chunkExtension, allExtensionBytes <= limits.chunkExtensions
    else { throw .chunk }
  }

  private mutating func finishSize(limit: Int) throws(ParseError) {
    let (sum, overflow) = total.addingReportingOverflow(remaining)
    guard !overflow, sum <= limit else { throw .bodyTooLarge }
    total = sum
    phase = remaining == 0 ? .trailer : .data
  }

  private mutating func takeTrailer(_ byte: UInt8) throws(ParseError) {
    trailerBytes += 1
    guard trailerBytes <= limits.trailers else { throw .fieldsTooLarge }
    guard byte == 10 else {
      trailerLine.append(byte)
      return
    }
    guard trailerLine.popLast() == 13 else { throw .field }
    guard !trailerLine.isEmpty else {
      phase = .done
      return
    }
    guard trailerLine.withUnsafeBytes({ FieldLine(checking: $0) != nil }) else { throw .field }
    trailerLine.removeAll(keepingCapacity: true)
  }
}

/// Where in `;name=value` or `;name="value"` an extension stands (RFC 9112 section 7.1.1).
enum ChunkExtension {
  case name(isEmpty: Bool)
  case value(isEmpty: Bool)
  case quoted
  case escaped
  case afterQuote

  var mayEnd: Bool {
    switch self {
    case .name(let isEmpty), .value(let isEmpty): !isEmpty
    case .quoted, .escaped: false
    case .afterQuote: true
    }
  }

  func after(_ byte: UInt8) -> ChunkExtension? {
    switch self {
    case .name(let isEmpty):
      if byte.isToken { return .name(isEmpty: false) }
      if isEmpty { return nil }
      return byte == 61 ? .value(isEmpty: true) : byte == 59 ? .name(isEmpty: true) : nil
    case .value(let isEmpty):
      if byte.isToken { return .value(isEmpty: false) }
      if isEmpty { return byte == 34 ? .quoted : nil }
      return byte == 59 ? .name(isEmpty: true) : nil
    case .quoted:
      if byte == 34 { return .afterQuote }
      if byte == 92 { return .escaped }
      return byte.isControl && byte != 9 ? nil : .quoted
    case .escaped: return byte.isControl && byte != 9 ? nil : .quoted
    case .afterQuote: return byte == 59 ? .name(isEmpty: true) : nil
    }
  }
}
