import Glibc

/// Chance from the kernel.
package enum KernelEntropy {
  /// 64 unpredictable bits (getentropy(3)), which never come in parts.
  package static func bits() -> UInt64 {
    var word: UInt64 = 0
    while getentropy(&word, MemoryLayout<UInt64>.size) != 0 {}
    return word
  }
}
