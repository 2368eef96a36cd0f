import QuizEngine

/// What came after the end, as its sender is told: kept, and not counted so far.
func lateNote(_ deliveries: [LateDelivery], _ chrome: Chrome) -> HTML? {
  guard let last = deliveries.last else { return nil }
  let say = chrome.say(Words.exam)
  return banner(
    .warn,
    """
    <strong>\(say.late(Set(deliveries.map(\.slot)).count))</strong> \(say.lateText)
    <ul class="plain-list">\(HTML.joined(deliveries) { delivery in
      "<li>\(lateName(delivery, chrome)): \(say.lateClaimed) \(chrome.exactMoment(delivery.claimedAt))</li>"
    })</ul>
    <p>\(say.lateArrived) \(chrome.exactMoment(last.receivedAt)) \(chrome.language.zone)</p>
    """)
}

private func lateName(_ delivery: LateDelivery, _ chrome: Chrome) -> String {
  let say = chrome.say(Words.exam)
  return delivery.slot.map { chrome.either("Câu \($0)", "Question \($0)") } ?? say.prediction
}

/// What came after the end of a contest's attempts, for those who will decide about it.
func lateTable(_ rows: [LateRow], count: Int, _ chrome: Chrome) -> HTML? {
  guard count > 0 else { return nil }
  let say = chrome.say(Words.watch)
  return """
    <section id="late"><h2>\(say.late) (\(chrome.language.number(count)))</h2>
    <p class="hint">\(say.lateText)</p>
    \(tableFrame(
      say.late, id: "late-table",
      """
      <thead><tr><th scope="col">\(say.latePerson)</th><th scope="col">\(say.unit)</th>\
      <th scope="col">\(say.lateItem)</th><th scope="col">\(say.lateAnswer)</th>\
      <th scope="col">\(say.lateClaimed)</th><th scope="col">\(say.lateDevice)</th>\
      <th scope="col">\(say.lateReceived)</th></tr></thead>
      <tbody>\(HTML.joined(rows) { row in
        """
        <tr><th scope="row">\(row.person)</th><td>\(row.unit)</td>\
        <td>\(lateName(row.delivery, chrome))</td><td>\(row.answer(chrome))</td>\
        <td>\(chrome.exactMoment(row.delivery.claimedAt))</td>\
        <td>\(chrome.exactMoment(row.delivery.sent.chosenAt))</td>\
        <td>\(chrome.exactMoment(row.delivery.receivedAt))</td></tr>
        """
      })</tbody>
      """))
    </section>
    """
}

/// One late answer in the organizers' table.
struct LateRow: Sendable {
  let person: String
  let unit: String
  let delivery: LateDelivery

  fileprivate func answer(_ chrome: Chrome) -> String {
    switch delivery.sent.answer {
    case .saved(_, _, let response):
      let letters = response.letters.map { $0.text.uppercased() }.joined(separator: ", ")
      return letters.isEmpty ? "–" : letters
    case .predicted(_, let value): return chrome.language.number(value)
    case .submitted, .expired: return "–"
    }
  }
}
