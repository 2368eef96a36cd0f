import Synchronization

@testable import QuizEngine

/// A list of leaked passwords that is made where it is read, and counts how often that is.
final class LargeList: Sendable {
  static let length = 44

  let lines: Int
  private let reads = Mutex(0)
  var size: Int { lines * Self.length }

  init(lines: Int) {
    self.lines = lines
  }

  /// How often it was read since this was last asked.
  func takeReads() -> Int {
    reads.withLock { reads in
      defer { reads = 0 }
      return reads
    }
  }

  /// The hash of one line, all of them at equal distances.
  func hash(_ index: Int) -> String {
    let number = UInt64(index) * (.max / UInt64(lines))
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: 16 - digits.count) + digits
      + String(repeating: "0", count: 24)
  }

  /// The list, or only some bytes of it.
  func list(_ part: Range<Int>? = nil) -> BreachedList {
    let first = part?.lowerBound ?? 0
    return BreachedList(size: part?.count ?? size) { range in
      self.reads.withLock { $0 += 1 }
      return self.bytes(range.lowerBound + first..<range.upperBound + first)
    }
  }

  private func bytes(_ range: Range<Int>) -> [UInt8] {
    let first = range.lowerBound / Self.length
    let last = (range.upperBound - 1) / Self.length
    let text = (first...last).flatMap { Array((hash($0) + ":7\r\n").utf8) }
    return Array(text.dropFirst(range.lowerBound - first * Self.length).prefix(range.count))
  }
}
