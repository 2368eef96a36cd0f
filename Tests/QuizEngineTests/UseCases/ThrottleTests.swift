import Testing

@testable import QuizEngine

@Suite struct ThrottleTests {
  @Test func `the wait grows from one second to five minutes and no further`() {
    let throttle = Throttle()
    let key = Throttle.Key.account("x")
    var instant = Given.monday
    var waits: [Int64] = []
    var tries = 0
    while waits.count < 16 {
      if let until = throttle.claim(key, at: instant) {
        waits.append((until - instant).milliseconds / 1000)
        instant = until
      } else {
        tries += 1
      }
    }
    #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256] + Array(repeating: 300, count: 7))
    #expect(tries == 20, "five are free")
    #expect(throttle.claim(key, at: instant) == nil)
    #expect(throttle.claim(key, at: instant) != nil)
    #expect(throttle.claim(.account("y"), at: instant) == nil)
    throttle.succeeded(key)
    #expect(throttle.claim(key, at: instant) == nil)
  }

  @Test func `many tries at once are as many as one after the other`() async {
    let throttle = Throttle()
    let taken = await withTaskGroup(of: Bool.self) { group in
      for _ in 1...200 {
        group.addTask { throttle.claim(.account("x"), at: Given.monday) == nil }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(taken == 5)
  }

  @Test func `somebody who tries without pause gets fewer than a hundred tries in an hour`() {
    let throttle = Throttle()
    let key = Throttle.Key.account("x")
    var tries = 0
    for second in 0..<3600 {
      let instant = Given.monday + .seconds(second)
      while throttle.claim(key, at: instant) == nil { tries += 1 }
    }
    #expect((20...100).contains(tries), "\(tries)")
  }

  @Test func `an hour of quiet forgets the failures`() {
    let throttle = Throttle()
    let key = Throttle.Key.account("x")
    for _ in 1...5 { #expect(throttle.claim(key, at: Given.monday) == nil) }
    let until = Given.monday + .seconds(1)
    #expect(throttle.claim(key, at: Given.monday) == until)
    for _ in 1...5 { #expect(throttle.claim(key, at: until + .hours(1)) == nil) }
  }

  @Test func `a network may get two thousand cards or two hundred passwords wrong at once`() {
    for (price, count) in [(FailureBudget.Price.card, 2000), (.password, 200)] {
      let budget = FailureBudget()
      for number in 1...count {
        #expect(budget.spend(price, "203.0.113.9", at: Given.monday) == nil, "\(number)")
      }
      let until = budget.spend(price, "203.0.113.9", at: Given.monday)
      #expect(until.map { $0 > Given.monday && $0 <= Given.monday + .seconds(1) } == true)
      #expect(budget.spend(price, "203.0.113.10", at: Given.monday) == nil, "another network")
      #expect(budget.spend(price, "203.0.113.9", at: until ?? Given.monday) == nil)
    }
  }

  @Test func `the budget fills at sixty a second and never above its brim`() {
    let budget = FailureBudget()
    for _ in 1...2000 { _ = budget.spend(.card, "n", at: Given.monday) }
    let later = Given.monday + .seconds(10)
    let taken = (1...1000).prefix { _ in budget.spend(.card, "n", at: later) == nil }.count
    #expect(taken == 600)
    let muchLater = later + .days(400)
    let full = (1...3000).prefix { _ in budget.spend(.card, "n", at: muchLater) == nil }.count
    #expect(full == 2000)
  }

  @Test func `what a right password did not cost is given back`() {
    let budget = FailureBudget()
    for _ in 1...5000 {
      #expect(budget.spend(.password, "n", at: Given.monday) == nil)
      budget.giveBack(.password, "n", at: Given.monday)
    }
  }
}
