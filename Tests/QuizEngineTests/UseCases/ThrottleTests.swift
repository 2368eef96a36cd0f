import Testing

@testable import QuizEngine

@Suite struct ThrottleTests {
  @Test func `the wait grows from one second to five minutes and no further`() {
    let throttle = Throttle()
    let key = Throttle.Key.account("x")
    var instant = Given.monday
    var waits: [Int64] = []
    for _ in 1...20 {
      throttle.failed(key, at: instant)
      let until = throttle.blockedUntil(key, at: instant) ?? instant
      waits.append((until - instant).milliseconds / 1000)
      instant = until
    }
    #expect(
      waits == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256] + Array(repeating: 300, count: 7))
    #expect(throttle.blockedUntil(.account("y"), at: instant) == nil)
    throttle.succeeded(key)
    #expect(throttle.blockedUntil(key, at: instant) == nil)
  }

  @Test func `somebody who tries without pause gets fewer than a hundred tries in an hour`() {
    let throttle = Throttle()
    let key = Throttle.Key.account("x")
    var tries = 0
    for second in 0..<3600 {
      let instant = Given.monday + .seconds(second)
      while throttle.blockedUntil(key, at: instant) == nil {
        throttle.failed(key, at: instant)
        tries += 1
      }
    }
    #expect((20...100).contains(tries), "\(tries)")
  }

  @Test func `an hour of quiet forgets the failures`() {
    let throttle = Throttle()
    let key = Throttle.Key.account("x")
    for _ in 1...5 { throttle.failed(key, at: Given.monday) }
    let until = Given.monday + .seconds(1)
    #expect(throttle.blockedUntil(key, at: Given.monday) == until)
    for _ in 1...4 { throttle.failed(key, at: until + .hours(1)) }
    #expect(throttle.blockedUntil(key, at: until + .hours(1)) == nil)
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
