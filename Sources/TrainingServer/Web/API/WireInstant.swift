import QuizEngine

extension JSONWriter {
  /// A member that is a moment: ISO 8601 in UTC with milliseconds.
  mutating func field(_ name: String, _ instant: Instant) {
    field(name, instant.wireText)
  }

  /// A member that is a moment or null.
  mutating func field(_ name: String, _ instant: Instant?) {
    field(name, instant?.wireText)
  }
}

extension Instant {
  /// The same text as `iso8601`, made in one piece: it stands in the answer to every save.
  var wireText: String {
    let time = CalendarTime(self)
    guard (0...9999).contains(time.year) else { return iso8601 }
    return String(unsafeUninitializedCapacity: 24) { buffer in
      var position = 0
      func put(_ byte: UInt8) {
        buffer.initializeElement(at: position, to: byte)
        position += 1
      }
      func put(_ number: Int, digits: Int) {
        var divisor = digits == 4 ? 1000 : digits == 3 ? 100 : 10
        while divisor > 0 {
          put(UInt8(truncatingIfNeeded: 48 + number / divisor % 10))
          divisor /= 10
        }
      }
      put(time.year, digits: 4)
      put(45)
      put(time.month, digits: 2)
      put(45)
      put(time.day, digits: 2)
      put(84)
      put(time.hour, digits: 2)
      put(58)
      put(time.minute, digits: 2)
      put(58)
      put(time.second, digits: 2)
      put(46)
      put(time.millisecond, digits: 3)
      put(90)
      return position
    }
  }
}
