import Glibc

/// How long the disk takes to make a small write durable.
struct DiskSpeed: Hashable, Sendable {
  /// Microseconds of a write of 4 KiB with fdatasync(2).
  var median: Int
  var p99: Int

  private static let mostWrites = 200
  private static let mostTime = Duration.seconds(3)

  /// Writes as the database does when it commits, into a file that is gone afterwards.
  ///
  /// Nil when the disk takes no file.
  static func measure(in folder: String) -> DiskSpeed? {
    let path = folder + "/doctor.\(getpid()).tmp"
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    defer {
      close(file)
      unlink(path)
    }
    let clock = ContinuousClock()
    let page = [UInt8](repeating: 0x5a, count: 4096)
    var times: [Duration] = []
    var spent = Duration.zero
    while times.count < mostWrites, spent < mostTime {
      let offset = off_t(times.count * page.count)
      var isDurable = false
      let time = clock.measure {
        isDurable = pwrite(file, page, page.count, offset) == page.count && fdatasync(file) == 0
      }
      guard isDurable else { return nil }
      times.append(time)
      spent += time
    }
    return DiskSpeed(times)
  }

  private init?(_ times: [Duration]) {
    let sorted = times.sorted().map(\.microseconds)
    guard let last = sorted.last else { return nil }
    median = sorted[sorted.count / 2]
    let place = sorted.count * 99 / 100
    p99 = sorted.indices.contains(place) ? sorted[place] : last
  }

  init(median: Int, p99: Int) {
    (self.median, self.p99) = (median, p99)
  }
}
