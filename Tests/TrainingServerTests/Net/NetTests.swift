import Dispatch
import Synchronization
import Testing

@testable import TrainingServer

@Suite struct TimerWheelTests {
  private let id = ChannelID(descriptor: 3, generation: 9)

  @Test(arguments: [0, 1, 19, 20, 21, 500, 20_000, 65_000] as [Int64])
  func `a deadline comes out not before its time, and soon after`(delay: Int64) {
    var wheel = TimerWheel(now: 1000)
    var now: Int64 = 1000
    var moment = wheel.file(id, deadline: 1000 + delay)
    while true {
      now += wheel.wait(now) ?? 0
      guard wheel.due(now).contains(id) else { continue }
      #expect(now == moment)
      if now >= 1000 + delay { break }
      // Further away than the wheel reaches: filed again, as a channel does.
      moment = wheel.file(id, deadline: 1000 + delay)
    }
    #expect(now <= 1000 + delay + 40)
    #expect(wheel.wait(now) == nil)
  }

  @Test func `a long pause brings out everything at once`() {
    var wheel = TimerWheel(now: 0)
    for number in 0..<100 {
      _ = wheel.file(
        ChannelID(descriptor: Int32(number), generation: 1), deadline: Int64(number * 97))
    }
    #expect(wheel.due(1_000_000).count == 100)
    #expect(wheel.due(2_000_000).isEmpty)
    _ = wheel.file(id, deadline: 2_000_100)
    #expect(wheel.due(2_000_000).isEmpty)
    #expect(wheel.due(2_000_140) == [id])
  }
}

@Suite(.timeLimit(.minutes(1))) struct WorkerPoolTests {
  @Test func `every job taken is done, also those waiting at the stop`() {
    let pool = WorkerPool(threads: 3, queueLimit: 100_000, name: "test")
    let done = Atomic(0)
    for _ in 0..<50_000 { #expect(pool.submit { done.add(1, ordering: .relaxed) }) }
    pool.stop()
    #expect(done.load(ordering: .relaxed) == 50_000)
    #expect(!pool.submit {})
  }

  @Test func `a full queue refuses`() {
    let pool = WorkerPool(threads: 1, queueLimit: 2, name: "test")
    let started = DispatchSemaphore(value: 0)
    let release = DispatchSemaphore(value: 0)
    #expect(
      pool.submit {
        started.signal()
        release.wait()
      })
    started.wait()
    #expect(pool.submit {})
    #expect(pool.submit {})
    #expect(!pool.submit {})
    #expect(pool.waiting == 2)
    release.signal()
    pool.stop()
  }
}

@Suite(.timeLimit(.minutes(1))) struct WorkerPatienceTests {
  @Test func `what would wait too long is refused, however short the queue`() {
    let pool = WorkerPool(threads: 1, queueLimit: 100, name: "test", patience: 0)
    let turns = DispatchSemaphore(value: 0)
    let started = DispatchSemaphore(value: 0)
    let job: WorkerPool.Job = {
      started.signal()
      turns.wait()
    }
    for _ in 0..<4 {
      #expect(pool.submit(job))
      started.wait()
      #expect(pool.submit {})
      let begun = ContinuousClock().now
      while ContinuousClock().now - begun < .milliseconds(1) {}
      turns.signal()
      while pool.waiting > 0 {}
    }
    #expect(pool.submit(job))
    started.wait()
    #expect(pool.submit(job))
    #expect(!pool.submit(job))
    turns.signal()
    turns.signal()
    pool.stop()
  }
}

@Suite struct CensusTests {
  @Test func `half of the places are kept for those who proved a session`() {
    let census = Census(limit: 10, addressLimit: 3)
    #expect(census.admit("a", isTrusted: false) == .admitted)
    #expect(census.admit("a", isTrusted: false) == .admitted)
    #expect(census.admit("a", isTrusted: false) == .admitted)
    #expect(census.admit("a", isTrusted: false) == .addressFull)
    census.trust("a")
    #expect(census.admit("a", isTrusted: false) == .admitted)
    #expect(census.admit("b", isTrusted: false) == .admitted)
    #expect(census.admit("c", isTrusted: false) == .admitted)
    #expect(census.admit("d", isTrusted: false) == .full)
    for _ in 0..<4 { #expect(census.admit("proxy", isTrusted: true) == .admitted) }
    #expect(census.isCrowded)
    #expect(census.admit("proxy", isTrusted: true) == .full)
    census.leave("b", isTrusted: false)
    census.leave("proxy", isTrusted: true)
    #expect(!census.isCrowded)
    #expect(census.admit("d", isTrusted: false) == .admitted)
  }

  @Test func `a session holds an eighth of the places and 64 at most, a person a quarter and 256`()
  {
    for (limit, ofSession, ofPerson) in [(20_000, 64, 256), (960, 64, 240), (80, 10, 20)] {
      let census = Census(limit: limit, addressLimit: limit)
      func taken(_ session: UInt64, by person: UInt64) -> Int {
        (0..<500).prefix { _ in
          census.take(Holder(session: session, person: person), insteadOf: nil)
        }.count
      }
      #expect(taken(1, by: 7) == ofSession)
      #expect((2...40).reduce(ofSession) { $0 + taken($1, by: 7) } == ofPerson)
      #expect(taken(99, by: 8) == ofSession, "somebody else")
      census.leave("a", isTrusted: true, holder: Holder(session: 1, person: 7))
      #expect(taken(1, by: 7) == 1)
    }
  }

  @Test func `a connection that another session proves counts for that one alone`() {
    let census = Census(limit: 80, addressLimit: 80)
    var last: Holder?
    for number in 1...100 {
      let next = Holder(session: UInt64(number), person: 7)
      #expect(census.take(next, insteadOf: last))
      last = next
    }
    let mine = Holder(session: 1, person: 7)
    #expect((0..<20).prefix { _ in census.take(mine, insteadOf: nil) }.count == 10)
  }

  @Test func `strangers crowd their own places or those of their address`() {
    let census = Census(limit: 40, addressLimit: 10)
    func come(_ count: Int, from address: String) {
      for _ in 0..<count { #expect(census.admit(address, isTrusted: false) == .admitted) }
    }
    come(8, from: "a")
    #expect(!census.isCrowdedByStrangers)
    come(1, from: "a")
    #expect(census.isCrowdedByStrangers && census.isCrowdedByStrangers(at: "a"))
    #expect(!census.isCrowdedByStrangers(at: "b"))
    come(8, from: "b")
    #expect(census.isCrowdedByStrangers(at: "c") && !census.isCrowded)
    census.trust("a")
    #expect(!census.isCrowdedByStrangers)
  }
}

@Suite struct OutputQueueTests {
  @Test func `bytes leave in order whatever the kernel takes`() {
    var queue = OutputQueue()
    var expected: [UInt8] = []
    var sent: [UInt8] = []
    for round in 0..<200 {
      let bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: round), count: round * 37 % 5000)
      if round % 3 == 0, queue.isEmpty {
        queue.append(body: bytes, sent: min(bytes.count, 5))
        expected += bytes.dropFirst(5)
      } else {
        queue.append(bytes[...])
        expected += bytes
      }
      _ = queue.sendNext { part in
        let count = min(part.count, 1 + round * 13 % 4000)
        sent += part.prefix(count)
        return count
      }
      #expect(queue.count == expected.count - sent.count)
    }
    while !queue.isEmpty {
      _ = queue.sendNext { part in
        sent += part
        return part.count
      }
    }
    #expect(sent == expected)
  }
}

@Suite struct MailboxTests {
  @Test func `letters keep their order and are refused after the end`() throws {
    let mailbox = try #require(Mailbox<Int>())
    #expect(mailbox.takeOrSleep().isEmpty)
    for number in 1...3 { #expect(mailbox.post(number)) }
    #expect(mailbox.takeOrSleep() == [1, 2, 3])
    #expect(mailbox.post(4))
    #expect(mailbox.shut() == [4])
    #expect(!mailbox.post(5))
  }
}
