import Foundation
import QuizEngine

/// The machine's clock and chance: the only place of this program that asks for them.
enum SystemEnvironment {
  static let environment = Environment(now: { instant() }, entropy: { bits() })

  static func instant() -> Instant {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }

  /// 64 bits from the kernel (getentropy(3)), which never come in parts.
  private static func bits() -> UInt64 {
    var word: UInt64 = 0
    while getentropy(&word, MemoryLayout<UInt64>.size) != 0 {}
    return word
  }
}
