/// Reads questions in Moodle's GIFT, with the semantics of GIFT-grammar-PEG.js where it and Moodle
/// agree, and Moodle's tolerance for text that the grammar refuses.
package struct GIFTParser {
  static let categoryMarker = [UInt8]("$CATEGORY:".utf8)

  private var source: SourceText
  private var entries: [GIFTEntry] = []
  private var issues: [SourceIssue] = []

  /// Everything in `bytes`; a question with a fault is reported and left out, the rest is read.
  package static func read(_ bytes: [UInt8], file: String) -> GIFTFile {
    let bytes = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    var parser = GIFTParser(source: SourceText(file: file, bytes: bytes))
    if let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) {
      for block in GIFTBlocks(bytes).blocks { parser.read(block) }
    } else {
      parser.report(.notUTF8, at: 0)
    }
    return GIFTFile(
      entries: parser.entries, syntaxIssues: parser.issues,
      contentIssues: GIFTReview.issues(of: parser.entries))
  }

  private init(source: SourceText) {
    self.source = source
  }

  private mutating func report(_ fault: GIFTFault, at offset: Int) {
    issues.append(SourceIssue(source.location(at: offset), fault.message))
  }

  private mutating func read(_ block: GIFTBlock) {
    let content = block.content.trimmed
    guard content.bytes.withUnsafeBufferPointer({ StreamSafeText.isSafe($0) }) else {
      return report(.tooManyMarks, at: content.offset)
    }
    // Asked for in the order of the file, places are found in one sweep.
    let extra = block.ids.dropFirst().first.map { source.location(at: $0.offset) }
    let location = source.location(at: content.offset)
    if content.bytes.starts(with: Self.categoryMarker) {
      let name = content.from(content.indices.lowerBound + Self.categoryMarker.count).trimmed
      entries.append(.category(String(decoding: name.bytes, as: UTF8.self), location))
      return
    }
    if let extra { issues.append(SourceIssue(extra, GIFTReview.secondID)) }
    do {
      entries.append(.question(try question(content, in: block, at: location)))
    } catch {
      report(error.fault, at: error.offset)
    }
  }

  private mutating func question(
    _ content: GIFTSlice, in block: GIFTBlock, at location: SourceLocation
  ) throws(GIFTFaultAt) -> GIFTQuestion {
    let (title, body) = try titled(content)
    let parts = try split(body)
    let stem = GIFTTextReader.text(parts.stem, inheriting: .moodle)
    let tail = GIFTTextReader.text(parts.tail, inheriting: stem?.format ?? .moodle)
    let format = stem?.format ?? tail?.format ?? .moodle
    var kind = GIFTKind.description
    var feedback: GIFTText?
    if let answers = parts.answers {
      var reader = GIFTAnswerReader(format: format, source: source)
      (kind, feedback) = try reader.read(answers)
      source = reader.source
    }
    return GIFTQuestion(
      id: block.ids.first?.id, tags: block.tags, title: title,
      stem: stem ?? GIFTText("", format: format), tail: tail, kind: kind,
      generalFeedback: feedback, location: location)
  }

  private func titled(_ content: GIFTSlice) throws(GIFTFaultAt) -> (String?, GIFTSlice) {
    guard content.starts(with: "::") else { return (nil, content) }
    let rest = content.from(content.indices.lowerBound + 2)
    guard let end = rest.first(of: "::") else {
      throw GIFTFaultAt(.unclosedTitle, content.offset)
    }
    let title = GIFTTextReader.plain(rest.upTo(end))
    return (title.isEmpty ? nil : title, rest.from(end + 2))
  }

  /// What stands before, between and behind the braces.
  private func split(
    _ body: GIFTSlice
  ) throws(GIFTFaultAt) -> (stem: GIFTSlice, answers: GIFTSlice?, tail: GIFTSlice) {
    let close = body.first("}")
    guard let open = body.first("{") else {
      if let close { throw GIFTFaultAt(.unopenedBrace, body.offset(at: close)) }
      return (body, nil, GIFTSlice())
    }
    guard let close else { throw GIFTFaultAt(.unclosedBrace, body.offset(at: open)) }
    if close < open { throw GIFTFaultAt(.unopenedBrace, body.offset(at: close)) }
    let answers = body.part(open + 1, close)
    if let inner = answers.first("{") {
      throw GIFTFaultAt(.secondBrace, body.offset(at: inner))
    }
    var tail = body.from(close + 1).trimmed
    // A remark behind the closing brace is no part of the sentence.
    if tail.starts(with: "//") {
      tail = tail.from(tail.bytes.firstIndex(of: 0x0a) ?? tail.indices.upperBound)
    }
    if let extra = tail.first("{") ?? tail.first("}") {
      throw GIFTFaultAt(.secondBrace, tail.offset(at: extra))
    }
    return (body.upTo(open), answers, tail)
  }
}

/// A fault and the byte where it shows.
struct GIFTFaultAt: Error {
  let fault: GIFTFault
  let offset: Int

  init(_ fault: GIFTFault, _ offset: Int) {
    self.fault = fault
    self.offset = offset
  }
}
