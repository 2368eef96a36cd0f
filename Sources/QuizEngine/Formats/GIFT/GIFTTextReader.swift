/// Turns the bytes of a text into what they say: format marker, escapes, white space.
enum GIFTTextReader {
  /// The text in `slice`, in the stem's format unless it names its own; nil when it is empty.
  static func text(_ slice: GIFTSlice, inheriting inherited: GIFTFormat) -> GIFTText? {
    let slice = slice.trimmed
    guard !slice.isEmpty else { return nil }
    guard let (format, body) = marked(slice) else {
      return unlessEmpty(trimmed(collapsed(slice)), inherited)
    }
    // Only text that says [html] itself keeps its line breaks and runs of spaces; none does at its
    // ends, or what was written would not be read again as the same.
    return unlessEmpty(trimmed(format == .html ? resolved(body) : collapsed(body)), format)
  }

  /// No-break spaces alone, as word processors leave them, are no text.
  private static func unlessEmpty(_ text: String, _ format: GIFTFormat) -> GIFTText? {
    text.isEmpty ? nil : GIFTText(text, format: format)
  }

  /// A text that has no format: a title, a matching answer.
  static func plain(_ slice: GIFTSlice) -> String { collapsed(slice.trimmed) }

  private static func marked(_ slice: GIFTSlice) -> (GIFTFormat, GIFTSlice)? {
    for format in GIFTFormat.allCases {
      let marker = "[\(format.rawValue)]".utf8
      if slice.bytes.starts(with: marker) {
        let body = slice.from(slice.indices.lowerBound + marker.count)
        // The name of a format alone is a text.
        return body.isEmpty ? nil : (format, body.trimmedStart)
      }
    }
    return nil
  }

  /// Line breaks and runs of white space become one space; breaks written as `\n` stay.
  private static func collapsed(_ slice: GIFTSlice) -> String {
    var result = String.UnicodeScalarView()
    var run: [Unicode.Scalar] = []
    for (scalar, isEscaped) in scalars(slice) {
      if !isEscaped, scalar.properties.isWhitespace || scalar == "\u{feff}" {
        run.append(scalar == "\n" ? " " : scalar)
        continue
      }
      if !result.isEmpty {
        // `append(contentsOf:)` copies the whole text, even for nothing.
        if let first = run.first { result.append(run.count > 1 ? " " : first) }
      }
      run.removeAll()
      result.append(scalar)
    }
    return String(result)
  }

  private static func resolved(_ slice: GIFTSlice) -> String {
    var result = String.UnicodeScalarView()
    for (scalar, _) in scalars(slice) { result.append(scalar) }
    return String(result)
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The characters with their escapes resolved, and which of them came from an escape.
  private static func scalars(_ slice: GIFTSlice) -> [(Unicode.Scalar, isEscaped: Bool)] {
    var result: [(Unicode.Scalar, isEscaped: Bool)] = []
    var run: [UInt8] = []
    func flush() {
      for scalar in String(decoding: run, as: UTF8.self).unicodeScalars {
        result.append((scalar, false))
      }
      run.removeAll()
    }
    var index = slice.indices.lowerBound
    while index < slice.indices.upperBound {
      if !slice.isEscape(at: index) {
        run.append(slice.bytes[index])
        index += 1
      } else {
        flush()
        let escaped = slice[index + 1] ?? UInt8(ascii: "\\")
        result.append((escaped == UInt8(ascii: "n") ? "\n" : Unicode.Scalar(escaped), true))
        index += 2
      }
    }
    flush()
    return result
  }
}
