/// One paragraph of a lesson, wherever it stands, as the law check sees it.
struct Passage {
  let content: [MarkdownInline]
  let text: String
  let line: Int
  let citesLaw: Bool
}

extension MarkdownDocument {
  /// Every paragraph outside headings and code, in the order of the file.
  var passages: [Passage] { blocks.flatMap(passagesOf) }
}

private func passagesOf(_ block: MarkdownBlock) -> [Passage] {
  switch block {
  case .paragraph(let content, let line):
    [
      Passage(
        content: content, text: MarkdownInline.plainText(content), line: line,
        citesLaw: content.contains(where: cites))
    ]
  case .blockQuote(let blocks, _): blocks.flatMap(passagesOf)
  case .list(let list, _): list.items.flatMap { $0.blocks.flatMap(passagesOf) }
  case .heading, .code, .html, .thematicBreak: []
  }
}

private func cites(_ inline: MarkdownInline) -> Bool {
  switch inline {
  case .link(let link):
    if case .law = MarkdownLinkTarget(link.destination) { true } else { false }
  case .emphasis(let content), .strong(let content): content.contains(where: cites)
  case .text, .softBreak, .hardBreak, .code, .html, .image: false
  }
}
