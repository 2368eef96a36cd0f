/// The two powers from outside, passed and never looked up: time and chance.
package struct Environment: Sendable {
  package let now: @Sendable () -> Instant
  /// 64 unpredictable bits (`getrandom`).
  package let entropy: @Sendable () -> UInt64
  /// The machine's wall clock, right or wrong: what telephones show, but never contest time.
  package let wall: @Sendable () -> Instant
  /// What `now` reads, when it is the machine's time.
  package let clock: FolderClock?

  /// - Parameter wall: nil where both clocks are one.
  package init(
    now: @escaping @Sendable () -> Instant, entropy: @escaping @Sendable () -> UInt64,
    wall: (@Sendable () -> Instant)? = nil
  ) {
    self.now = now
    self.entropy = entropy
    self.wall = wall ?? now
    clock = nil
  }

  /// Real time and the kernel's chance.
  package init(_ clock: FolderClock) {
    now = { clock.now() }
    entropy = { KernelEntropy.bits() }
    wall = { clock.wall() }
    self.clock = clock
  }

  /// A fresh name for something made at `instant`.
  func newID<Noun>(at instant: Instant) -> ID<Noun> {
    ID(at: instant, random: (entropy(), entropy()))
  }

  /// `count` unpredictable bytes.
  package func secret(bytes count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      var word = entropy()
      for _ in 0..<8 where bytes.count < count {
        bytes.append(UInt8(truncatingIfNeeded: word))
        word >>= 8
      }
    }
    return bytes
  }
}
