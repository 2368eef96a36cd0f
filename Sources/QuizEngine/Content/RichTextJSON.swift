// The stored form of a bank's text: a string for one paragraph of plain words, else its blocks.
//
//     ["p": spans] ["ul": items] ["ol": items, "start": n] ["quote": blocks] ["code": text]
//     ["table": rows of ["td": spans] or ["th": spans]] ["image": id, "alt": text]
//
// A span is a string or ["b" "i" "sub" "sup": spans], ["a": spans, "to": address], ["code": text],
// ["tex": text], ["br": true]. Earlier releases wrote inline Markdown as a string: a string that
// reads differently as such is never written for a new text.

extension RichText {
  /// Canonical: the same text always gives the same bytes.
  var json: JSON {
    if let markdown { return .string(markdown) }
    if blocks.count == 1, case .paragraph(let spans) = blocks[0], spans.count == 1,
      case .text(let words) = spans[0], RichText(inlineMarkdown: words).markdown == nil
    {
      return .string(words)
    }
    return .array(blocks.map(\.json))
  }

  /// Reads what `json` wrote, and what earlier releases wrote.
  init(_ value: ValueReader) {
    if case .string(let words) = value.node.value {
      self.init(inlineMarkdown: words)
    } else {
      self.init(value.array().compactMap(TextBlock.init))
    }
  }
}

extension LocalizedRichText {
  var json: JSON { .object(["vi": vietnamese.json, "en": english.json]) }

  init(_ value: ValueReader) {
    let texts = value.object()
    self.init(
      vi: texts.required("vi").map { RichText($0) } ?? RichText([]),
      en: texts.required("en").map { RichText($0) } ?? RichText([]))
  }
}

extension TextBlock {
  fileprivate var json: JSON {
    switch self {
    case .paragraph(let spans): .object(["p": .array(spans.map(\.json))])
    case .list(let items, nil): .object(["ul": Self.json(items)])
    case .list(let items, let start?): .object(["ol": Self.json(items), "start": .int(start)])
    case .quote(let blocks): .object(["quote": .array(blocks.map(\.json))])
    case .code(let code): .object(["code": .string(code)])
    case .table(let rows):
      .object(["table": .array(rows.map { .array($0.map(\.json)) })])
    case .image(let id, let description):
      .object(["image": .string(id), "alt": .string(description)])
    }
  }

  private static func json(_ items: [[TextBlock]]) -> JSON {
    .array(items.map { .array($0.map(\.json)) })
  }

  fileprivate init?(_ value: ValueReader) {
    let object = value.object()
    if let spans = object.optionalArray("p") {
      self = .paragraph(spans.compactMap(TextSpan.init))
    } else if let items = object.optionalArray("ul") {
      self = .list(Self.items(items), start: nil)
    } else if let items = object.optionalArray("ol") {
      self = .list(Self.items(items), start: object.int("start"))
    } else if let blocks = object.optionalArray("quote") {
      self = .quote(blocks.compactMap(TextBlock.init))
    } else if let code = object.optionalString("code") {
      self = .code(code)
    } else if let rows = object.optionalArray("table") {
      self = .table(rows.map { $0.array().compactMap(RichTextCell.init) })
    } else if let id = object.optionalString("image") {
      self = .image(id: id, description: object.string("alt"))
    } else {
      return nil
    }
  }

  private static func items(_ items: [ValueReader]) -> [[TextBlock]] {
    items.map { $0.array().compactMap(TextBlock.init) }
  }
}

extension RichTextCell {
  fileprivate var json: JSON {
    .object([isHeading ? "th" : "td": .array(content.map(\.json))])
  }

  fileprivate init?(_ value: ValueReader) {
    let object = value.object()
    if let spans = object.optionalArray("th") {
      self.init(isHeading: true, content: spans.compactMap(TextSpan.init))
    } else {
      self.init(isHeading: false, content: object.array("td").compactMap(TextSpan.init))
    }
  }
}

extension TextSpan {
  fileprivate var json: JSON {
    switch self {
    case .text(let words): .string(words)
    case .lineBreak: .object(["br": .bool(true)])
    case .code(let code): .object(["code": .string(code)])
    case .formula(let source): .object(["tex": .string(source)])
    case .bold(let spans): .object(["b": Self.json(spans)])
    case .italic(let spans): .object(["i": Self.json(spans)])
    case .subscripted(let spans): .object(["sub": Self.json(spans)])
    case .superscripted(let spans): .object(["sup": Self.json(spans)])
    case .link(let address, let spans):
      .object(["a": Self.json(spans), "to": .string(address)])
    }
  }

  private static func json(_ spans: [TextSpan]) -> JSON { .array(spans.map(\.json)) }

  fileprivate init?(_ value: ValueReader) {
    if case .string(let words) = value.node.value {
      self = .text(words)
      return
    }
    let object = value.object()
    let spans = { (key: String) in object.optionalArray(key)?.compactMap(TextSpan.init) }
    if let inner = spans("b") {
      self = .bold(inner)
    } else if let inner = spans("i") {
      self = .italic(inner)
    } else if let inner = spans("sub") {
      self = .subscripted(inner)
    } else if let inner = spans("sup") {
      self = .superscripted(inner)
    } else if let inner = spans("a") {
      self = .link(address: object.string("to"), inner)
    } else if let code = object.optionalString("code") {
      self = .code(code)
    } else if let source = object.optionalString("tex") {
      self = .formula(source)
    } else if object.optionalBool("br") == true {
      self = .lineBreak
    } else {
      return nil
    }
  }
}
