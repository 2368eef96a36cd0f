/// Reads `Courses/law/facts.json`, the only law that content may rest on.
package enum LawRegistry {
  /// The facts in the file, or everything wrong with it.
  package static func read(_ bytes: [UInt8], file: String) throws(SourceIssues) -> [LawFact] {
    try JSONReader.read(bytes, file: file) { object in
      var seen: Set<String> = []
      return object.objects("facts").map { fact in
        let id = fact.string("id")
        if !seen.insert(id).inserted {
          fact.report(
            "id", LocalizedText(vi: "Mã \(id) xuất hiện hai lần.", en: "\(id) appears twice."))
        }
        return LawFact(
          id: id, statement: fact.localizedText("statement"), source: fact.localizedText("source"),
          inForceFrom: day(fact, "inForceFrom"),
          inForceUntil: day(fact, "inForceUntil").map { $0 + .days(1) },
          replacedBy: fact.optionalArray("replacedBy")?.map { $0.string() } ?? [],
          confidence: fact.choice(
            "confidence", LawFact.Confidence.self, standIn: .reliableSource),
          conditions: fact.optionalLocalizedText("conditions"),
          doNotSay: fact.optionalLocalizedText("doNotSay"), clauseRead: day(fact, "clauseRead"))
      }
    }
  }

  /// Midnight in Viet Nam of an ISO date; a missing key or null means no known day.
  private static func day(_ fact: ObjectReader, _ key: String) -> Instant? {
    guard let value = fact.optional(key) else { return nil }
    if case .null = value.node.value { return nil }
    let text = value.string()
    if let midnight = Instant(iso8601: text + "T00:00+07:00") { return midnight }
    value.report(
      LocalizedText(
        vi: "Ngày phải viết dạng năm-tháng-ngày như \"2026-07-01\".",
        en: "A day is written year-month-day such as \"2026-07-01\"."))
    return nil
  }
}

extension LawFact.Confidence: CaseIterable {
  package static var allCases: [LawFact.Confidence] {
    [.lawText, .reliableSource, .uncertain]
  }
}
