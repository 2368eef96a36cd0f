import QuizEngine
import Testing

@Suite struct DistributionTests {
  @Test(arguments: Buckets.allCases)
  func `every value falls into the first bucket that holds it`(buckets: Buckets) {
    let bounds = buckets.bounds
    #expect(bounds == bounds.sorted() && Set(bounds).count == bounds.count)
    for value in [-5, 0, 1, Int.max] + bounds.flatMap({ [$0 - 1, $0, $0 + 1] }) {
      let wanted = bounds.firstIndex { value <= $0 } ?? bounds.count
      #expect(buckets.index(of: value) == wanted, "\(value)")
    }
  }

  private func distribution(_ values: [Int], _ buckets: Buckets = .durations) -> Distribution {
    var counts = [Int](repeating: 0, count: buckets.bounds.count + 1)
    for value in values { counts[buckets.index(of: value)] += 1 }
    return Distribution(buckets, counts: counts, sum: values.reduce(0, +))
  }

  @Test func `nothing has no quantile and no mean`() {
    let nothing = Distribution.empty(.durations)
    #expect(nothing.quantile(permille: 500) == nil)
    #expect(nothing.mean == nil && nothing.count == 0)
  }

  @Test(arguments: [(500, 5_000), (900, 9_000), (990, 9_900), (1000, 10_000)])
  func `a quantile is within its bucket of the true one`(permille: Int, truth: Int) throws {
    let found = try #require(
      distribution((1...10_000).map { $0 }).quantile(permille: permille))
    #expect(abs(found - truth) * 3 <= truth, "\(found)")
  }

  @Test func `a quantile beyond the last bound is that bound`() {
    #expect(distribution([.max / 2]).quantile(permille: 990) == 1 << 24)
    #expect(distribution([5000], .sizes).quantile(permille: 990) == 1024)
  }

  @Test func `what came since is the difference, and all of it after a restart`() {
    let earlier = distribution([100, 200])
    let later = earlier.adding(distribution([300]))
    #expect(later.since(earlier) == distribution([300]))
    #expect(later.count == 3 && later.mean == 200)
    #expect(earlier.since(later) == earlier)
  }

  @Test func `counts that do not fit their buckets are cut or filled`() {
    #expect(Distribution(.sizes, counts: [1], sum: 1).counts.count == 12)
    #expect(Distribution(.sizes, counts: Array(1...99), sum: 1).counts == Array(1...12))
  }
}
