import Dispatch
import Testing

@testable import QuizEngine

@Suite struct EngineConditionTests {
  private static let well = EngineCondition(
    writerAnswers: true, schema: 9, knownSchema: 9, freeBytes: 1 << 30, totalBytes: 1 << 31,
    isReserveHeld: true)

  private static func but(_ change: (inout EngineCondition) -> Void) -> EngineCondition {
    var condition = well
    change(&condition)
    return condition
  }

  static let cases: [(EngineCondition, [EngineCondition.Check])] = [
    (well, []), (but { $0.writerAnswers = false }, [.writer]),
    (but { $0.schema = nil }, [.database]), (but { $0.schema = 8 }, [.schema]),
    (but { $0.schema = 10 }, [.schema]), (but { $0.freeBytes = 64 << 20 }, [.disk]),
    (but { $0.freeBytes = 64 << 20 + 1 }, []), (but { $0.isReserveHeld = false }, []),
    (but { $0.isClockTrusted = false }, [.clock]),
    (
      but {
        $0.writerAnswers = false
        $0.freeBytes = 0
      }, [.writer, .disk]
    ),
  ]

  @Test(arguments: cases)
  func `what is not well is named`(condition: EngineCondition, failing: [EngineCondition.Check]) {
    #expect(condition.failing == failing)
  }

  @Test func `a fresh engine is well, and one whose writer is gone is not`() throws {
    let workshop = try Workshop()
    #expect(workshop.engine.condition().failing.isEmpty)
    workshop.engine.close()
    #expect(workshop.engine.condition().failing.contains(.writer))
  }

  @Test func `a writer that does not answer in time is found out`() throws {
    let workshop = try Workshop()
    let (entered, leave) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    workshop.engine.write(
      { _ in
        entered.signal()
        leave.wait()
      }, then: { _ in })
    entered.wait()
    #expect(workshop.engine.condition(patience: 1).failing == [.writer])
    leave.signal()
    #expect(workshop.engine.condition().failing.isEmpty)
  }
}
