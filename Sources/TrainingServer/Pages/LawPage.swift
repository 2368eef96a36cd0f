import QuizEngine

/// Statements of law with their sources, conditions and days: those one paragraph cites.
///
/// Codes and what authors must not say are never shown here.
struct LawPage: Sendable {
  let facts: [LawFact]
  /// Sources of the facts that replaced these, by id.
  var sources: [String: LocalizedText] = [:]
}

/// The element `#fact` is what the law dialog shows on other pages.
func lawPage(_ model: LawPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.open)
  return document(
    Frame(title: say.lawTitle), chrome,
    """
    <div id="fact" class="facts-of-law">
    <h1>\(say.lawTitle)</h1>
    \(HTML.joined(model.facts) { article($0, model, chrome) })
    <p class="hint">\(say.lawPlain)</p>
    </div>
    """)
}

private func article(_ fact: LawFact, _ model: LawPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.open)
  return """
    <article class="fact">
    <h2>\(chrome[fact.source])</h2>
    <p>\(validity(fact, chrome))</p>
    <p class="statement">\(chrome[fact.statement])</p>
    \(fact.conditions.map { conditions in
      """
      <p class="conditions"><strong>\(say.lawConditions):</strong> \(chrome[conditions])</p>
      """
    })
    \(facts(rows(fact, model, chrome)))
    </article>
    """
}

private func rows(
  _ fact: LawFact, _ model: LawPage, _ chrome: Chrome
) -> [(name: String, value: HTML)] {
  let say = chrome.say(Words.open)
  var rows: [(name: String, value: HTML)] = []
  if let from = fact.inForceFrom { rows.append((say.lawFrom, chrome.day(from))) }
  if let until = fact.inForceUntil { rows.append((say.lawUntil, chrome.day(until))) }
  let replacements = fact.replacedBy.compactMap { id in model.sources[id].map { (id, $0) } }
  if !replacements.isEmpty {
    rows.append(
      (
        say.lawReplaced,
        HTML.joined(replacements) { id, source in
          #"<a class="law" href="\#(Route.law(id))">\#(chrome[source])</a> "#
        }
      ))
  }
  let wasRead = fact.confidence == .lawText && fact.clauseRead != nil
  rows.append((say.lawGround, .escaped(wasRead ? say.lawText : say.lawReport)))
  return rows
}

private func validity(_ fact: LawFact, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.open)
  if fact.isInForce(at: chrome.now) { return badge(.good, say.lawInForce) }
  if let from = fact.inForceFrom, chrome.now < from { return badge(.info, say.lawNotYet) }
  return badge(.warn, say.lawEnded)
}
