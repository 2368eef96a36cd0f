import Testing

@testable import QuizEngine

@Suite struct RateTests {
  @Test(
    arguments: [
      (1, 3, "33.3"), (2, 3, "66.7"), (1, 8, "12.5"), (1, 2000, "0.1"), (1, 2001, "0.0"),
      (0, 5, "0.0"), (5, 5, "100.0"), (7, 5, "140.0"), (1, 16, "6.3"), (999, 1000, "99.9"),
      (1999, 2000, "100.0"), (Int.max, Int.max, "100.0"),
    ])
  func `per cents are exact and rounded half up`(numerator: Int, denominator: Int, text: String) {
    #expect(Rate(numerator, of: denominator).text() == text)
  }

  @Test func `nothing divides by zero`() {
    #expect(Rate(0, of: 0).text() == nil)
    #expect(Rate(3, of: 0).tenths == nil)
  }

  @Test func `the rounding is the schoolbook's for all small fractions`() {
    for denominator in 1...60 {
      for numerator in 0...denominator {
        let exact = numerator * 1000
        let floor = exact / denominator
        let isUp = (exact % denominator) * 2 >= denominator
        #expect(Rate(numerator, of: denominator).tenths == floor + (isUp ? 1 : 0))
      }
    }
  }
}
