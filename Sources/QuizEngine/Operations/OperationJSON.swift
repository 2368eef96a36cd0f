// How a command travels between `trainctl` and the process that owns the data folder.

extension Operation {
  /// The command as JSON; file contents in base64url.
  package var json: JSON {
    .object([
      "noun": .string(noun), "verb": .string(verb), "operands": .strings(operands),
      "options": .object(
        JSONObject(
          options.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: .strings($0.value)) })),
      "flags": .strings(flags.sorted()),
      // A list, for a path may be longer than a key.
      "files": .array(
        files.sorted { $0.key < $1.key }.map { name, bytes in
          .object(["name": .string(name), "bytes": .string(Base64URL.encode(bytes))])
        }),
      "language": .string(language.rawValue), "dryRun": .bool(isDryRun),
    ])
  }

  /// Reads what `json` wrote; nil for anything else.
  package init?(json: JSON) {
    guard let noun = json["noun"]?.string, let verb = json["verb"]?.string,
      let operands = json["operands"]?.strings, let flags = json["flags"]?.strings,
      let options = json["options"]?.object, let files = json["files"]?.array,
      let language = json["language"]?.string.flatMap(Language.init(rawValue:)),
      let isDryRun = json["dryRun"]?.bool
    else { return nil }
    var values: [String: [String]] = [:]
    for member in options.members {
      guard let strings = member.value.strings else { return nil }
      values[member.key] = strings
    }
    var contents: [String: [UInt8]] = [:]
    for file in files {
      guard let name = file["name"]?.string,
        let bytes = file["bytes"]?.string.flatMap(Base64URL.decode)
      else { return nil }
      contents[name] = bytes
    }
    self.init(
      noun, verb, operands: operands, options: values, flags: Set(flags), files: contents,
      language: language, isDryRun: isDryRun)
  }
}

extension OperationOutcome {
  /// The outcome as JSON.
  package var json: JSON {
    .object([
      "table": table?.wire ?? .null,
      "documents": .array(
        documents.map { document in
          .object([
            "name": .string(document.name), "mediaType": .string(document.mediaType),
            "bytes": .string(Base64URL.encode(document.bytes)), "secret": .bool(document.isSecret),
          ])
        }), "notes": .array(notes.map(\.json)),
      "prose": prose?.json ?? .null, "failure": failure?.json ?? .null,
    ])
  }

  /// Reads what `json` wrote; nil for anything else.
  package init?(json: JSON) {
    guard let documents = json["documents"]?.array, let notes = json["notes"]?.array,
      let table = json["table"]
    else { return nil }
    self.init()
    prose = json["prose"].flatMap(LocalizedText.init(json:))
    failure = json["failure"].flatMap(LocalizedText.init(json:))
    if table != .null {
      guard let read = Table(wire: table) else { return nil }
      self.table = read
    }
    for document in documents {
      guard let name = document["name"]?.string, let mediaType = document["mediaType"]?.string,
        let bytes = document["bytes"]?.string.flatMap(Base64URL.decode),
        let isSecret = document["secret"]?.bool
      else { return nil }
      self.documents.append(
        Document(name: name, mediaType: mediaType, bytes: bytes, isSecret: isSecret))
    }
    for note in notes {
      guard let text = LocalizedText(json: note) else { return nil }
      self.notes.append(text)
    }
  }
}

extension OperationFailure {
  /// The failure as JSON.
  package var json: JSON {
    .object([
      "kind": .string(kind.rawValue), "text": text.json,
      "issues": .array(
        issues.map { issue in
          .object([
            "file": .string(issue.location.file), "line": .int(issue.location.line),
            "column": .int(issue.location.column), "message": issue.message.json,
          ])
        }),
    ])
  }

  /// Reads what `json` wrote; nil for anything else.
  package init?(json: JSON) {
    guard let kind = json["kind"]?.string.flatMap(Kind.init(rawValue:)),
      let text = json["text"].flatMap(LocalizedText.init(json:)),
      let issues = json["issues"]?.array
    else { return nil }
    var read: [SourceIssue] = []
    for issue in issues {
      guard let file = issue["file"]?.string, let line = issue["line"]?.int,
        let column = issue["column"]?.int,
        let message = issue["message"].flatMap(LocalizedText.init(json:))
      else { return nil }
      read.append(SourceIssue(SourceLocation(file: file, line: line, column: column), message))
    }
    self.init(kind, text, issues: read)
  }
}

extension LocalizedText {
  /// Reads `{"vi":…,"en":…}`; nil for anything else.
  init?(json: JSON) {
    guard let vietnamese = json["vi"]?.string, let english = json["en"]?.string else { return nil }
    self.init(vi: vietnamese, en: english)
  }
}

extension JSON {
  static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

  /// The texts of an array of nothing but texts.
  var strings: [String]? {
    guard let items = array else { return nil }
    let texts = items.compactMap(\.string)
    return texts.count == items.count ? texts : nil
  }
}
