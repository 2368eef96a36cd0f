import Testing

@testable import QuizEngine

@Suite struct TakingPartTests {
  private let noon = Given.monday

  @Test func `who has no attempt is absent`() {
    #expect(TakingPartFold().state == .absent)
  }

  @Test func `an attempt is over at its deadline, whether or not that was written down`() {
    var fold = TakingPartFold()
    fold.add(closedAt: nil, deadline: noon, points: nil, at: noon + Span(milliseconds: -1))
    #expect(fold.state == .running)
    var later = TakingPartFold()
    later.add(closedAt: nil, deadline: noon, points: nil, at: noon)
    #expect(later.state == .finished)
  }

  @Test func `one running attempt counts before those that are over, in any order`() {
    for isRunningFirst in [true, false] {
      var fold = TakingPartFold()
      let ended = {
        (fold: inout TakingPartFold) in
        fold.add(
          closedAt: noon + .minutes(-5), deadline: noon, points: Points(thousandths: 2000),
          at: noon + .minutes(-4))
      }
      if !isRunningFirst { ended(&fold) }
      fold.add(closedAt: nil, deadline: noon, points: nil, at: noon + .minutes(-4))
      if isRunningFirst { ended(&fold) }
      #expect(fold.state == .running)
      #expect(fold.best == Points(thousandths: 2000))
    }
  }

  @Test func `the best points stand`() {
    var fold = TakingPartFold()
    for points in [1500, 4000, 0] as [Int64] {
      fold.add(
        closedAt: noon, deadline: noon, points: Points(thousandths: points), at: noon)
    }
    #expect(fold.best == Points(thousandths: 4000))
  }
}
