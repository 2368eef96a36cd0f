import Testing

@testable import QuizEngine

@Suite struct StepTests {
  static let actions: [(StepAction, String)] = [
    (.saved(slot: 3, revision: 2, response: Given.response("b")), "save 3 2 b"),
    (.saved(slot: 3, revision: 2, response: Given.response("ac", .multiple)), "save 3 2 a,c"),
    (.saved(slot: 3, revision: 2, response: Given.response("b", .multiple)), "save 3 2 b,"),
    (.saved(slot: 3, revision: 3, response: .cleared), "save 3 3 -"),
    (.predicted(revision: 1, value: 3_195), "predict 1 3195"), (.submitted, "submit"),
    (.expired, "expire"),
  ]

  @Test(arguments: actions)
  func `an action is written in fixed words and read back`(action: StepAction, text: String) {
    #expect(action.text == text)
    #expect(self.action(text) == action)
  }

  @Test(arguments: [
    "", "save", "save 1 2", "save 1 2 A", "save 1 2 ab", "save a 2 b", "save 1 2 b c",
    "predict 1", "submit now", "expired", "save 1 2 a,,B", "delete", "save 1 2 a,,b",
    "save 1 2 a,b,",
    "save 1  2 b", "save 01 2 b", "save +1 2 b", "predict 1 -0", "save 1 9223372036854775808 b",
    " submit",
    "save 1 2 ", "save 1 2 ,a",
  ])
  func `other words are no action`(text: String) {
    #expect(action(text) == nil)
  }

  private func action(_ text: String) -> StepAction? {
    Array(text.utf8).withUnsafeBytes { StepAction(octets: $0) }
  }

  @Test func `any action survives being written`() {
    var random = Seeded(41)
    for _ in 0..<3_000 {
      let letters = (0..<26).filter { _ in Int.random(in: 0...5, using: &random) == 0 }
        .compactMap { OptionLetter(index: $0) }
      let response: Response =
        switch Int.random(in: 0...2, using: &random) {
        case 0: letters.first.map(Response.choice) ?? .cleared
        case 1: letters.isEmpty ? .cleared : .choices(letters)
        default: .cleared
        }
      let action = StepAction.saved(
        slot: .random(in: 1...200, using: &random),
        revision: .random(in: 0 ... .max, using: &random),
        response: response)
      #expect(self.action(action.text) == action, "\(action.text)")
    }
  }

  @Test func `the state is the fold of the steps and every prefix is a state`() throws {
    let attempt = Given.attempt()
    var state = AttemptState(genesis: attempt.genesis)
    var random = Seeded(42)
    var expected: [Int: Response] = [:]
    var steps: [Step] = []
    for number in 1...200 {
      let slot = Int.random(in: 1...8, using: &random)
      let response = Given.response(["a", "b", "c", ""].randomElement(using: &random) ?? "a")
      let step = attempt.nextStep(
        .saved(slot: slot, revision: number, response: response), after: state,
        at: Given.monday + .seconds(number))
      steps.append(step)
      state.apply(step)
      expected[slot] = response
      #expect(state.sequence == number && state.lastChange == step.at)
      #expect(try attempt.replay(steps) == state)
    }
    #expect(state.answers.mapValues(\.response) == expected)
    #expect(state.answeredCount == expected.values.count { $0 != .cleared })
  }

  @Test func `a receipt shows the sequence and eighty bits of the hash`() throws {
    let bytes: [UInt8] = [0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf]
    let digest = try #require(Digest(bytes + [UInt8](repeating: 0xff, count: 22)))
    #expect(Receipt(sequence: 7, digest: digest).code == "7-0123-4567-89AB-CDEF")
  }

  @Test func `different steps have different receipts`() {
    let attempt = Given.attempt()
    var state = AttemptState(genesis: attempt.genesis)
    var codes: Set<String> = []
    for number in 1...500 {
      let step = attempt.nextStep(
        .saved(slot: 1, revision: number, response: .cleared), after: state, at: Given.monday)
      state.apply(step)
      codes.insert(Receipt(sequence: 1, digest: step.digest).code)
    }
    #expect(codes.count == 500)
  }
}
