import Testing

@testable import QuizEngine

@Suite struct OperationCatalogueTests {
  @Test func `every command has a name of its own and words in both languages`() {
    var seen: Set<String> = []
    for spec in OperationCatalogue.all {
      #expect(seen.insert("\(spec.noun) \(spec.verb)").inserted, "\(spec.noun) \(spec.verb)")
      for text in [spec.summary] + spec.options.map(\.help) {
        #expect(!text.vietnamese.isEmpty && !text.english.isEmpty)
        #expect(text.vietnamese != text.english)
      }
      #expect(Set(spec.options.map(\.name)).count == spec.options.count)
    }
    #expect(Set(OperationCatalogue.nouns).count == OperationCatalogue.nouns.count)
  }

  @Test func `optional operands come last`() {
    for spec in OperationCatalogue.all {
      let flags = spec.operands.map(\.isOptional)
      #expect(flags == flags.sorted { !$0 && $1 })
    }
  }

  @Test func `no password is an argument`() {
    for spec in OperationCatalogue.all {
      for option in spec.options where option.name.contains("password") {
        #expect(option.value == .secret)
      }
      #expect(!spec.operands.contains { $0.name.contains("PASSWORD") })
    }
  }

  @Test func `an unknown command is misuse`() throws {
    let school = try School()
    #expect(throws: Misuse.self) {
      try school.engine.perform(
        Operation("unit", "explode"), by: .operatorAtMachine, at: Given.monday)
    }
  }

  @Test func `a command that needs the data folder for itself is refused by a server`() throws {
    let school = try School()
    let failure = #expect(throws: OperationFailure.self) {
      try school.engine.perform(
        Operation("data", "restore", operands: ["copy"]), by: .operatorAtMachine, at: Given.monday)
    }
    #expect(failure == .serverRuns)
  }

  /// Called with nothing at all, a command must say what is missing rather than trap.
  @Test func `every command survives being called with nothing`() throws {
    let school = try School()
    // `data top` says first that no server runs.
    for spec in OperationCatalogue.all
    where !["course", "law"].contains(spec.noun) && spec.verb != "top" {
      // A server does none of these, whatever they are called with.
      if case .folder = spec.work { continue }
      let operation = Operation(spec.noun, spec.verb)
      let result = Result {
        try school.engine.perform(operation, by: .operatorAtMachine, at: Given.monday)
      }
      if case .failure(let error) = result {
        #expect(OperationFailure(error).kind == .misuse, "\(spec.noun) \(spec.verb): \(error)")
      }
    }
  }
}
