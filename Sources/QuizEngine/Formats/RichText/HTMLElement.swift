/// What a text is read as.
enum HTMLRules: Equatable, Sendable {
  /// HTML of an editor.
  case html
  /// Moodle's own format: HTML in which line breaks count and a tag needs its end.
  case moodle
}

/// What becomes of an element in a bank's text.
enum HTMLElement: Equatable {
  case mark(TextMark.Kind)
  case heading
  case paragraph
  case list(isOrdered: Bool)
  case item
  case quote
  case code
  case table
  case row
  case cell(isHeading: Bool)
  case lineBreak
  case image
  case quotation
  /// The tag says nothing that we show; its words stay.
  case transparent
  /// Neither the tag nor what it holds is text.
  case dropped(RichTextLoss)

  /// The element of that name; nil for a name that no element has.
  static func named(_ name: String) -> HTMLElement? {
    if let element = elements[name] { return element }
    // Word's and MathML's own names, such as o:p.
    return name.utf8.contains(UInt8(ascii: ":")) ? .transparent : nil
  }

  static func isMarkup(_ name: String) -> Bool { named(name) != nil }

  static func holdsRawText(_ name: String) -> Bool {
    if case .dropped = elements[name] { !emptyDropped.contains(name) } else { false }
  }

  /// Elements without content, which need no end.
  static func isVoid(_ name: String) -> Bool { voids.contains(name) }

  /// Elements whose end may be left out inside their list or table.
  static func mayLackEnd(_ name: String) -> Bool { endless.contains(name) }

  static func isBareAttribute(_ name: String) -> Bool { bareAttributes.contains(name) }

  private static let voids: Set<String> = [
    "br", "hr", "img", "wbr", "col", "input", "source", "track", "area", "base", "link", "meta",
    "param", "embed",
  ]
  private static let emptyDropped: Set<String> = ["embed"]
  private static let endless: Set<String> = [
    "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "col", "colgroup", "option",
  ]
  private static let bareAttributes: Set<String> = [
    "nowrap", "noshade", "compact", "hidden", "reversed", "controls", "autoplay", "loop", "muted",
    "disabled", "checked", "allowfullscreen", "async", "defer", "open",
  ]

  private static let elements: [String: HTMLElement] = {
    var elements: [String: HTMLElement] = [
      "b": .mark(.bold), "strong": .mark(.bold), "u": .mark(.bold),
      "i": .mark(.italic), "em": .mark(.italic), "cite": .mark(.italic), "dfn": .mark(.italic),
      "var": .mark(.italic), "sub": .mark(.subscripted), "sup": .mark(.superscripted),
      "code": .mark(.code), "kbd": .mark(.code), "samp": .mark(.code), "tt": .mark(.code),
      "a": .mark(.link), "ul": .list(isOrdered: false), "menu": .list(isOrdered: false),
      "dir": .list(isOrdered: false), "ol": .list(isOrdered: true), "li": .item,
      "blockquote": .quote, "pre": .code, "table": .table, "tr": .row,
      "td": .cell(isHeading: false), "th": .cell(isHeading: true), "br": .lineBreak,
      "img": .image, "q": .quotation,
    ]
    let kinds: [(HTMLElement, String)] = [
      (.heading, "h1 h2 h3 h4 h5 h6"),
      (
        .paragraph,
        """
        p div center section article header footer main nav aside address figure figcaption \
        fieldset legend form dl dt dd details summary hgroup hr caption
        """
      ),
      (
        .transparent,
        """
        span font small big s del strike ins mark abbr acronym bdi bdo label html body ruby rb rt \
        rp data time output button meter progress nobr wbr thead tbody tfoot col colgroup input \
        source track area map base link meta param blink marquee
        """
      ),
      (
        .dropped(.script),
        "script style template noscript noembed noframes textarea title xmp head select datalist"
      ),
      (.dropped(.media), "iframe object applet embed video audio canvas svg frameset"),
      (.dropped(.formula), "math"),
    ]
    for (element, names) in kinds {
      for name in names.split(separator: " ") { elements[String(name)] = element }
    }
    return elements
  }()
}

/// Something that a bank's text cannot hold and that was left out.
package enum RichTextLoss: String, CaseIterable, Hashable, Sendable {
  case script
  case picture
  case media
  case address
  case formula
}
