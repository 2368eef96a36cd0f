/// The English questions that belong to the Vietnamese ones: by id, and where neither has one by
/// their order.
struct BankTwins {
  private var byID: [[UInt8]: GIFTQuestion] = [:]
  private var unnamed: [GIFTQuestion] = []
  private var taken = 0
  /// How many questions without an id both files have, where that differs.
  let counts: (own: Int, other: Int)?

  init(_ english: [GIFTQuestion], of vietnamese: [GIFTQuestion]) {
    for question in english {
      if let id = question.id { byID[Array(id.utf8)] = question } else { unnamed.append(question) }
    }
    let own = vietnamese.count { $0.id == nil }
    counts = own == unnamed.count ? nil : (own, unnamed.count)
  }

  /// The twin of the next question; each is taken once.
  mutating func take(_ question: GIFTQuestion) -> GIFTQuestion? {
    if let id = question.id { return byID.removeValue(forKey: Array(id.utf8)) }
    guard counts == nil, unnamed.indices.contains(taken) else { return nil }
    defer { taken += 1 }
    return unnamed[taken]
  }

  /// Those that no question took.
  var rest: [GIFTQuestion] {
    (byID.values + (counts == nil ? unnamed.dropFirst(taken) : [])).sorted {
      ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column)
    }
  }
}
