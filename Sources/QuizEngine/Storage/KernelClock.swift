import Glibc

/// The machine's clocks: one that can be set, one that cannot.
package struct KernelClock: Sendable {
  package let boot: String
  package let wall: @Sendable () -> Instant
  package let sinceBoot: @Sendable () -> Span

  package init(
    boot: String, wall: @escaping @Sendable () -> Instant,
    sinceBoot: @escaping @Sendable () -> Span
  ) {
    (self.boot, self.wall, self.sinceBoot) = (boot, wall, sinceBoot)
  }

  package var reading: ClockReading {
    ClockReading(wall: wall(), sinceBoot: sinceBoot(), boot: boot)
  }

  /// The kernel's own (clock_gettime(2)).
  package static var machine: KernelClock {
    let shift = namespaceShift()
    return KernelClock(
      boot: bootID(),
      wall: { Instant(milliseconds: milliseconds(CLOCK_REALTIME)) },
      sinceBoot: { Span(milliseconds: milliseconds(CLOCK_BOOTTIME) &- shift) })
  }

  private static func milliseconds(_ clock: Int32) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) &* 1000 &+ Int64(time.tv_nsec) / 1_000_000
  }

  /// Differs after every start of the machine (random(4)); empty where there is no /proc, and then
  /// every start looks the same.
  private static func bootID() -> String {
    let bytes = (try? PlainFile.prefix("/proc/sys/kernel/random/boot_id", count: 64)) ?? []
    return String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self)
  }

  /// How far a container's time since boot is from the machine's, in milliseconds: the same start
  /// of the machine must read the same in every time namespace (time_namespaces(7)).
  private static func namespaceShift() -> Int64 {
    // No such file: a kernel without time namespaces, so nothing is shifted.
    let bytes = (try? PlainFile.prefix("/proc/self/timens_offsets", count: 256)) ?? []
    for line in bytes.split(separator: 0x0a) {
      let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 3, words[0] == "boottime" || words[0] == "7",
        let seconds = Int64(words[1]), let nanoseconds = Int64(words[2])
      else { continue }
      return seconds &* 1000 &+ nanoseconds / 1_000_000
    }
    return 0
  }
}
