/// A link or an image where it is used.
package struct MarkdownLinkUse: Hashable, Sendable {
  package let position: MarkdownPosition
  /// The address as meant: escapes and character references resolved.
  package let destination: String
  package let title: String?
  /// The text of the link, or the description of the image.
  package let text: String
  package let isImage: Bool

  /// What the product makes of a link's address.
  package var target: MarkdownLinkTarget { MarkdownLinkTarget(destination) }
}

/// A heading of a document.
package struct MarkdownHeading: Hashable, Sendable {
  /// 1 to 6.
  package let level: Int
  package let text: String
  /// The `id` it carries on a page.
  package let identifier: String
  package let line: Int
}

/// What a document refers to and what it may not contain, in the order of the text.
struct MarkdownOutline: Hashable {
  private(set) var links: [MarkdownLinkUse] = []
  private(set) var headings: [MarkdownHeading] = []
  private(set) var refusedHTML: [MarkdownPosition] = []
}

/// Collects an outline in one walk over the tree.
struct MarkdownOutliner {
  private(set) var outline = MarkdownOutline()
  private var sweep: MarkdownPositionSweep
  private var slugs = MarkdownSlugs()

  init(source: [UInt8]) {
    sweep = MarkdownPositionSweep(source)
  }

  mutating func add(_ blocks: [MarkdownBlock]) {
    for block in blocks {
      switch block {
      case .paragraph(let content, _): add(content)
      case .heading(let level, let content, let line):
        let text = MarkdownInline.plainText(content)
        outline.add(
          MarkdownHeading(
            level: level, text: text, identifier: slugs.slug(for: text), line: line))
        add(content)
      case .blockQuote(let blocks, _): add(blocks)
      case .list(let list, _):
        for item in list.items { add(item.blocks) }
      case .html(_, let offset, _): outline.add(refused: sweep.position(of: offset))
      case .code, .thematicBreak: break
      }
    }
  }

  mutating func add(_ inlines: [MarkdownInline]) {
    for inline in inlines {
      switch inline {
      case .html(_, let offset): outline.add(refused: sweep.position(of: offset))
      case .emphasis(let content), .strong(let content): add(content)
      case .link(let link): add(link, isImage: false)
      case .image(let image): add(image, isImage: true)
      case .text, .softBreak, .hardBreak, .code: break
      }
    }
  }

  private mutating func add(_ link: MarkdownLink, isImage: Bool) {
    outline.add(
      MarkdownLinkUse(
        position: sweep.position(of: link.offset), destination: link.destination,
        title: link.title, text: MarkdownInline.plainText(link.content), isImage: isImage))
    add(link.content)
  }
}

extension MarkdownOutline {
  fileprivate mutating func add(_ link: MarkdownLinkUse) { links.append(link) }
  fileprivate mutating func add(_ heading: MarkdownHeading) { headings.append(heading) }
  fileprivate mutating func add(refused position: MarkdownPosition) {
    refusedHTML.append(position)
  }
}
