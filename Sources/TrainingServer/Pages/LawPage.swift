import QuizEngine

/// One statement of law, with its source and the days it is in force.
struct LawPage: Sendable {
  let fact: LawFact
}

/// The element `#fact` is what the law dialog shows on other pages.
func lawPage(_ model: LawPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.open)
  let fact = model.fact
  var rows: [(name: String, value: HTML)] = [(say.lawSource, .escaped(chrome[fact.source]))]
  if let from = fact.inForceFrom { rows.append((say.lawFrom, chrome.day(from))) }
  if let until = fact.inForceUntil { rows.append((say.lawUntil, chrome.day(until))) }
  if !fact.replacedBy.isEmpty {
    rows.append(
      (
        say.lawReplaced,
        HTML.joined(fact.replacedBy) { #"<a class="law" href="\#(Route.law($0))">\#($0)</a> "# }
      ))
  }
  let ground = fact.confidence == .lawText ? say.lawText : say.lawReport
  rows.append((say.lawGround, .escaped(ground)))
  return document(
    Frame(title: "\(say.lawTitle) \(fact.id)"), chrome,
    """
    <article id="fact" class="fact">
    <h1><span class="eyebrow">\(say.lawTitle)</span> \(fact.id)</h1>
    <p>\(validity(fact, chrome))</p>
    <p class="statement">\(chrome[fact.statement])</p>
    \(facts(rows))
    <p class="hint">\(say.lawPlain)</p>
    </article>
    """)
}

private func validity(_ fact: LawFact, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.open)
  if fact.isInForce(at: chrome.now) { return badge(.good, say.lawInForce) }
  if let from = fact.inForceFrom, chrome.now < from { return badge(.info, say.lawNotYet) }
  return badge(.warn, say.lawEnded)
}
