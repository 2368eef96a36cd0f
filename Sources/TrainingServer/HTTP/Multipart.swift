import QuizEngine

/// One uploaded file.
struct UploadedFile: Sendable, Equatable {
  /// The name of the form control.
  let field: String
  /// What the sender calls the file; never use it as a path.
  let fileName: String
  let mediaType: String?
  let bytes: [UInt8]
}

/// A `multipart/form-data` body (RFC 7578) with at most eight files.
struct Multipart: Sendable, Equatable {
  let form: Form
  let files: [UploadedFile]

  private static let maximumParts = 100
  private static let maximumFiles = 8
  private static let maximumHead = 8192

  /// Nil when boundary or structure are malformed, or when there are too many files.
  init?(body: [UInt8], contentType: String) {
    guard let boundary = MediaParameters(contentType)["boundary"],
      (1...70).contains(boundary.utf8.count)
    else { return nil }
    let delimiter = Array("\r\n--\(boundary)".utf8)
    let result: Multipart? = body.withUnsafeBytes { bytes in
      Self.read(bytes, delimiter: delimiter)
    }
    guard let result else { return nil }
    self = result
  }

  private init(form: Form, files: [UploadedFile]) {
    self.form = form
    self.files = files
  }

  private static func read(_ bytes: UnsafeRawBufferPointer, delimiter: [UInt8]) -> Multipart? {
    // The first delimiter has no line end before it.
    guard bytes.count >= delimiter.count,
      bytes.part(0, delimiter.count - 2).elementsEqual(delimiter.dropFirst(2))
    else { return nil }
    var pairs: [Form.Pair] = []
    var files: [UploadedFile] = []
    var position = delimiter.count - 2
    for _ in 0...maximumParts {
      let mark = bytes.part(position, position + 2)
      if mark.equals("--") {
        let form = Form(pairs)
        return form.isBounded ? Multipart(form: form, files: files) : nil
      }
      guard mark.equals("\r\n"), let end = find(delimiter, in: bytes, from: position + 2),
        let part = Part(bytes.part(position + 2, end), maximumHead: maximumHead)
      else { return nil }
      if let fileName = part.fileName {
        // A browser sends an empty nameless part for a file control left empty.
        if !fileName.isEmpty || !part.content.isEmpty {
          guard files.count < maximumFiles else { return nil }
          files.append(
            UploadedFile(
              field: part.name, fileName: fileName, mediaType: part.mediaType,
              bytes: [UInt8](part.content)))
        }
      } else {
        guard let value = String(strictUTF8: Array(part.content)) else { return nil }
        pairs.append(Form.Pair(name: part.name, value: value))
      }
      position = end + delimiter.count
    }
    return nil
  }

  private static func find(
    _ delimiter: [UInt8], in bytes: UnsafeRawBufferPointer, from: Int
  ) -> Int? {
    // A part may be empty: its delimiter then starts with the CRLF that ended the head.
    var position = from
    while let start = bytes.offset(of: 13, from: position) {
      let end = start + delimiter.count
      if end <= bytes.count, bytes.part(start, end).elementsEqual(delimiter) { return start }
      position = start + 1
    }
    return nil
  }

  private struct Part {
    let name: String
    let fileName: String?
    let mediaType: String?
    let content: UnsafeRawBufferPointer

    init?(_ bytes: UnsafeRawBufferPointer, maximumHead: Int) {
      var disposition: MediaParameters?
      var mediaType: String?
      var start = 0
      while true {
        guard let feed = bytes.offset(of: 10, from: start), feed > start, feed < maximumHead,
          bytes[feed - 1] == 13
        else { return nil }
        let content = bytes.part(start, feed - 1)
        start = feed + 1
        if content.isEmpty { break }
        guard let line = FieldLine(checking: content),
          let value = String(strictUTF8: Array(line.value))
        else { return nil }
        if line.matches("content-disposition") { disposition = MediaParameters(value) }
        if line.matches("content-type") { mediaType = value }
      }
      guard let disposition, disposition.hasValue("form-data"), let name = disposition["name"]
      else { return nil }
      self.name = name
      self.mediaType = mediaType
      fileName = disposition["filename"]
      content = bytes.part(start, bytes.count)
    }
  }
}
