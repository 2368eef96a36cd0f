import QuizEngine

/// A form that changes something: POST, with the token that proves it came from our page.
///
/// The answer scrolls to `anchor`, where one is given.
func form(
  _ action: Route, _ chrome: Chrome, kind: String = "form", anchor: String? = nil,
  _ content: HTML
) -> HTML {
  """
  <form class="\(kind)" method="post" action="\(action)\(anchor.map { "#\($0)" })">
  <input type="hidden" name="_csrf" value="\(chrome.formToken)">
  \(content)
  </form>
  """
}

/// A message across the column.
func banner(_ tone: Tone, _ text: HTML, live: Bool = false) -> HTML {
  """
  <div class="banner \(tone.rawValue)"\(live ? #" role="status""# : nil)>\(tone.icon.svg)\
  <div>\(text)</div></div>
  """
}

/// A word with the colour of its meaning.
func badge(_ tone: Tone?, _ text: String) -> HTML {
  #"<span class="badge \#(tone?.rawValue ?? "plain")">\#(text)</span>"#
}

/// A link that looks like the button it is beside.
func buttonLink(_ link: Link, kind: String = "primary", icon: Icon? = nil) -> HTML {
  #"<a class="button \#(kind)" href="\#(link.route)">\#(icon?.svg)\#(link.text)</a>"#
}

/// The button that sends its form.
func submitButton(_ text: String, kind: String = "primary", icon: Icon? = nil) -> HTML {
  #"<button class="button \#(kind)">\#(icon?.svg)\#(text)</button>"#
}

/// Figures and their names, in two columns where there is room.
func facts(_ rows: [(name: String, value: HTML)]) -> HTML {
  """
  <dl class="facts">\(HTML.joined(rows) { row in
    "<div><dt>\(row.name)</dt><dd>\(row.value)</dd></div>"
  })</dl>
  """
}

/// How much of something is done, as a bar and in words.
func progressBar(_ done: Int, of total: Int, label: String) -> HTML {
  """
  <p class="progress"><span class="progress-words">\(label)</span>\
  <progress max="\(max(1, total))" value="\(min(done, total))" aria-label="\(label)"></progress></p>
  """
}

/// What stands where nothing is yet: why, and the way on.
func emptyState(_ icon: Icon, _ title: String, _ text: String, _ way: Link? = nil) -> HTML {
  """
  <div class="empty">\(icon.svg)<p class="empty-title">\(title)</p><p>\(text)</p>\
  \(way.map { buttonLink($0, kind: "quiet") })</div>
  """
}

/// A frame in which a wide table scrolls by itself; reachable by keyboard for that.
///
/// Its name is only read aloud where a heading says the same. Where it `stacks`, its rows are cards
/// on a telephone, and cells say by `data-label` what they hold.
func tableFrame(
  _ name: String, id: String, isNameShown: Bool = false, stacks: Bool = false, _ table: HTML
) -> HTML {
  """
  <div class="table-frame\(stacks ? " stacks" : nil)" role="region" aria-labelledby="\(id)" tabindex="0">
  <table><caption id="\(id)"\(isNameShown ? nil : #" class="aloud""#)>\(name)</caption>
  \(table)
  </table></div>
  """
}

/// A law fact as it is cited: its id and the article.
struct LawCitation: Sendable {
  let id: String
  let source: String
}

extension Language {
  /// A moment for people and programs: `21/11/2026, 08:05`.
  func moment(_ instant: Instant) -> HTML {
    #"<time datetime="\#(instant.iso8601)">\#(dateTime(instant))</time>"#
  }
}

extension Chrome {
  /// A moment for people and programs: `21/11/2026, 08:05`.
  func moment(_ instant: Instant) -> HTML { language.moment(instant) }

  func day(_ instant: Instant) -> HTML {
    #"<time datetime="\#(instant.iso8601)">\#(language.date(instant))</time>"#
  }

  /// A moment by which something must be done, with its zone.
  func deadline(_ instant: Instant) -> HTML {
    #"<time datetime="\#(instant.iso8601)">\#(language.deadline(instant))</time>"#
  }

  func exactMoment(_ instant: Instant) -> HTML {
    """
    <time datetime="\(instant.iso8601)">\(language.timeWithSeconds(instant)), \
    \(language.date(instant))</time>
    """
  }
}
