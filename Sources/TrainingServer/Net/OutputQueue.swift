/// Bytes the kernel has not taken yet, in order; large ones are kept without copying.
struct OutputQueue {
  private var segments: [[UInt8]] = []
  private var first = 0
  private var offset = 0
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    count += bytes.count
    if let last = segments.indices.last, last > first, segments[last].count < 16_384 {
      segments[last].append(contentsOf: bytes)
    } else {
      segments.append(Array(bytes))
    }
  }

  /// Takes over a whole body of which `sent` octets have left already.
  mutating func append(body: [UInt8], sent: Int) {
    guard sent < body.count else { return }
    if isEmpty {
      segments = [body]
      first = 0
      offset = sent
      count = body.count - sent
    } else {
      // Only an empty queue sends directly, so nothing of this one has left.
      segments.append(body)
      count += body.count
    }
  }

  /// Shows the next stretch to `send`, which returns how much of it left.
  mutating func sendNext(_ send: (UnsafeRawBufferPointer) -> Int) -> Int {
    guard first < segments.count else { return 0 }
    let length = segments[first].count
    let sent = segments[first].withUnsafeBytes { send($0.part(offset, length)) }
    guard sent > 0 else { return sent }
    count -= sent
    offset += sent
    if offset >= length {
      segments[first] = []
      first += 1
      offset = 0
      if first == segments.count || first >= 64 {
        segments.removeFirst(first)
        first = 0
      }
    }
    return sent
  }
}
