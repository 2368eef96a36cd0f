import QuizEngine

/// The last events of the audit log.
struct AuditPage: Sendable {
  /// Newest first.
  let events: [Event]

  struct Event: Sendable {
    let at: Instant
    /// Nil for what the server did by itself.
    let actor: String?
    let act: LocalizedText
    let subject: String
  }
}

func auditPage(_ model: AuditPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return document(
    Frame(title: say.auditTitle, width: .wide), chrome,
    """
    <h1>\(say.auditTitle)</h1>
    \(model.events.isEmpty
      ? emptyState(.list, say.auditEmpty, say.auditEmptyText) : eventTable(model, chrome))
    """)
}

private func eventTable(_ model: AuditPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return tableFrame(
    say.auditText, id: "events", isNameShown: true,
    """
    <thead><tr><th scope="col">\(say.when)</th><th scope="col">\(say.who)</th>\
    <th scope="col">\(say.what)</th><th scope="col">\(say.onWhat)</th></tr></thead>
    <tbody>\(HTML.joined(model.events) { event in
      """
      <tr><td class="nowrap">\(chrome.exactMoment(event.at))</td><td>\(event.actor ?? "–")</td>\
      <td>\(chrome[event.act])</td><td>\(event.subject)</td></tr>
      """
    })</tbody>
    """)
}
