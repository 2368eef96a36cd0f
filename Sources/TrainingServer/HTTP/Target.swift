/// A checked request target: where path and query lie, and what they say once decoded.
struct Target: Sendable {
  private let bytes: [UInt8]
  private let parts: TargetParts

  init(bytes: [UInt8], parts: TargetParts) {
    self.bytes = bytes
    self.parts = parts
  }

  /// `*`, which only OPTIONS may ask for.
  var isAsterisk: Bool { parts.isAsterisk }

  /// The path as it was sent, `/` when the target had none.
  var rawPath: String {
    parts.pathStart == parts.pathEnd
      ? "/" : String(decoding: slice(parts.pathStart, parts.pathEnd), as: UTF8.self)
  }

  /// The query as it was sent, without the question mark; nil when there is none.
  var rawQuery: String? {
    guard parts.hasQuery else { return nil }
    return String(decoding: slice(parts.pathEnd + 1, parts.end), as: UTF8.self)
  }

  /// The decoded segments, decoded at each call.
  ///
  /// None for `/`; `["a", ""]` for `/a/`.
  var segments: [String] {
    bytes.withUnsafeBytes { whole in
      TargetParser.segments(of: whole.part(parts.pathStart, parts.pathEnd)) ?? []
    }
  }

  /// The decoded path, without making a text of each segment.
  var path: PathOctets {
    parts.hasEscapes
      ? PathOctets(segments: segments)
      : PathOctets(bytes, start: parts.pathStart, end: parts.pathEnd)
  }

  /// The decoded pairs of the query, in order.
  ///
  /// Decoded at each call.
  var query: Form {
    guard parts.hasQuery else { return Form() }
    return bytes.withUnsafeBytes { whole in
      Form(encoded: whole.part(parts.pathEnd + 1, parts.end), in: .query) ?? Form()
    }
  }

  private func slice(_ from: Int, _ to: Int) -> ArraySlice<UInt8> {
    guard from >= 0, from <= to, to <= bytes.count else { return [] }
    return bytes[from..<to]
  }
}

/// Offsets of a target's parts.
struct TargetParts: Sendable {
  var pathStart = 0
  var pathEnd = 0
  var end = 0
  var isAsterisk = false
  /// A `%` stands in path or query.
  var hasEscapes = false
  /// The authority of an absolute-form target; empty otherwise.
  var authorityStart = 0
  var authorityEnd = 0

  var hasQuery: Bool { pathEnd < end }

  func shifted(by offset: Int) -> TargetParts {
    var result = self
    result.pathStart += offset
    result.pathEnd += offset
    result.end += offset
    if authorityEnd > authorityStart {
      result.authorityStart += offset
      result.authorityEnd += offset
    }
    return result
  }
}
