extension Blueprint {
  /// The paper of one seed: the same questions and seed always give the same paper.
  ///
  /// - Throws: `Refusal.bankTooSmall` when a draw asks for more questions than the bank has left.
  package func deal(_ bank: QuestionBank, seed: Seed) throws(Refusal) -> Paper {
    var generator = SplitMix64(seed: seed)
    // Places in the bank, not questions: every start and every submission deals.
    var remaining = bank.placesByID
    var drawn: [Int] = []
    for draw in draws {
      let pool = remaining.filter { draw.admits(bank.questions[$0]) }
      guard pool.count >= draw.count else {
        throw .bankTooSmall(
          topic: draw.topic, level: draw.level, wanted: draw.count, found: pool.count)
      }
      let chosen = generator.shuffled(pool).prefix(draw.count)
      drawn += chosen
      if draws.count > 1 {
        let taken = Set(chosen)
        remaining.removeAll { taken.contains($0) }
      }
    }
    let ordered = shufflesItems ? generator.shuffled(drawn) : drawn
    var items: [PaperItem] = []
    items.reserveCapacity(ordered.count)
    for (index, place) in ordered.enumerated() {
      let question = bank.questions[place]
      let order = Array(question.options.indices)
      items.append(
        PaperItem(
          slot: index + 1, question: question,
          order: shufflesOptions ? generator.shuffled(order) : order))
    }
    return Paper(items: items)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): a small generator whose output is the same everywhere.
package struct SplitMix64: Sendable {
  private var state: UInt64

  package init(seed: Seed) {
    state = seed.value
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in 0..<bound without bias (Lemire's multiplication with rejection).
  package mutating func next(below bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    let limit = UInt64(bound)
    var product = next().multipliedFullWidth(by: limit)
    while product.low < (0 &- limit) % limit {
      product = next().multipliedFullWidth(by: limit)
    }
    return Int(truncatingIfNeeded: product.high)
  }

  /// Fisher–Yates from the end.
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    var last = result.count - 1
    while last > 0 {
      result.swapAt(last, next(below: last + 1))
      last -= 1
    }
    return result
  }
}
