import Testing

@testable import QuizEngine

@Suite struct PointsTests {
  static func points(_ thousandths: Int64) -> Points { Points(thousandths: thousandths) }

  @Test(
    arguments: [
      ("0", 0), ("5", 5_000), ("0.25", 250), ("7,5", 7_500), ("10.000", 10_000), ("007", 7_000),
      ("0.001", 1), ("999999999", 999_999_999_000),
    ] as [(String, Int64)])
  func `a decimal is read exactly`(text: String, thousandths: Int64) {
    #expect(Points(text) == Self.points(thousandths))
  }

  @Test(arguments: [
    "", ".", "5.", ".5", "1.2345", "1.2.3", "-1", "+1", "1e3", " 1", "1 ", "٣", "1.", "1,,2",
    "1234567890123",
  ])
  func `anything else is no number of points`(text: String) {
    #expect(Points(text) == nil)
  }

  @Test func `what is printed is read back`() {
    var random = Seeded(21)
    for _ in 0..<5_000 {
      let points = Self.points(Int64.random(in: 0...999_999_999, using: &random))
      #expect(Points(points.text()) == points)
      #expect(Points(points.text(separator: ",")) == points)
    }
  }

  @Test(arguments: [(5_000, "5"), (7_500, "7.5"), (250, "0.25"), (1, "0.001"), (-1_250, "-1.25")])
  func `the shortest decimal is printed`(thousandths: Int, text: String) {
    #expect(Self.points(Int64(thousandths)).text() == text)
  }

  @Test func `adding is associative, commutative and exact`() {
    var random = Seeded(22)
    for _ in 0..<5_000 {
      let (a, b, c) = (
        Self.points(.random(in: -1_000_000...1_000_000, using: &random)),
        Self.points(.random(in: -1_000_000...1_000_000, using: &random)),
        Self.points(.random(in: -1_000_000...1_000_000, using: &random))
      )
      #expect((a + b) + c == a + (b + c))
      #expect(a + b == b + a)
      #expect(a + .zero == a)
    }
  }

  @Test func `ten times a tenth is one`() {
    let sum = (0..<10).reduce(Points.zero) { sum, _ in sum + Self.points(100) }
    #expect(sum == Self.points(1_000))
    #expect(Self.points(100).times(10) == Self.points(1_000))
  }

  @Test(
    arguments: [
      (10_000, 500_000, 5_000), (10_000, 333_333, 3_333), (1, 500_000, 1), (1, 499_999, 0),
      (10_000, 1_000_000, 10_000), (10_000, 0, 0),
      (999_999_999_999_000, 1_000_000, 999_999_999_999_000),
      (999_999_999_999_000, 500_000, 499_999_999_999_500), (.max, 1_000_000, .max),
    ] as [(Int64, Int, Int64)])
  func `a share is rounded half up to a thousandth`(whole: Int64, millionths: Int, share: Int64) {
    #expect(Self.points(whole).share(millionths: millionths) == Self.points(share))
  }

  @Test func `sums beyond all bounds stay at the bound`() {
    #expect(Self.points(.max) + Self.points(1) == Self.points(.max))
    #expect(Self.points(.max).times(2) == Self.points(.max))
  }
}
