import CLinux
import Glibc

/// The kernel calls the Glibc module does not show: epoll, eventfd, accept4.
///
/// The only file that imports CLinux. Sockets are level-triggered: a read that fills less than
/// its buffer needs no second call to learn that nothing is left.
final class Poller {
  /// What a descriptor waits for besides errors.
  struct Interest: OptionSet {
    let rawValue: UInt8
    static let read = Interest(rawValue: 1)
    static let write = Interest(rawValue: 2)
  }

  struct Event {
    let token: UInt64
    let isReadable: Bool
    let isWritable: Bool
    /// The peer will send no more (EPOLLRDHUP).
    let hasPeerFinished: Bool
    /// An error, or both directions have ended (EPOLLERR, EPOLLHUP).
    let isBroken: Bool

    var isDeparture: Bool { hasPeerFinished || isBroken }
  }

  private static let capacity = 512
  private let descriptor: Int32
  private let events: UnsafeMutablePointer<epoll_event>

  init?() {
    let created = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard created >= 0 else { return nil }
    descriptor = created
    events = .allocate(capacity: Self.capacity)
    events.initialize(repeating: epoll_event(), count: Self.capacity)
  }

  deinit {
    events.deallocate()
    close(descriptor)
  }

  @discardableResult
  func add(_ target: Int32, token: UInt64, _ interest: Interest) -> Bool {
    control(EPOLL_CTL_ADD, target, token, Self.mask(interest))
  }

  /// A wake-up descriptor: edge-triggered, so that nobody has to read its counter.
  @discardableResult
  func addWakeUp(_ target: Int32, token: UInt64) -> Bool {
    control(EPOLL_CTL_ADD, target, token, EPOLLIN.rawValue | EPOLLET.rawValue)
  }

  @discardableResult
  func change(_ target: Int32, token: UInt64, _ interest: Interest) -> Bool {
    control(EPOLL_CTL_MOD, target, token, Self.mask(interest))
  }

  func remove(_ target: Int32) {
    _ = control(EPOLL_CTL_DEL, target, 0, 0)
  }

  /// Waits at most `timeout` milliseconds (-1: for ever) and returns how many events came.
  func wait(_ timeout: Int32) -> Int {
    max(0, Int(epoll_wait(descriptor, events, Int32(Self.capacity), timeout)))
  }

  /// Event `index` of the last wait.
  func event(_ index: Int) -> Event {
    let event = events[index]
    let mask = event.events
    return Event(
      token: event.data.u64, isReadable: mask & EPOLLIN.rawValue != 0,
      isWritable: mask & EPOLLOUT.rawValue != 0,
      hasPeerFinished: mask & EPOLLRDHUP.rawValue != 0,
      isBroken: mask & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0)
  }

  private func control(_ action: Int32, _ target: Int32, _ token: UInt64, _ mask: UInt32) -> Bool {
    var event = epoll_event()
    event.events = mask
    event.data.u64 = token
    return epoll_ctl(descriptor, action, target, &event) == 0
  }

  /// A half-close is reported only while reading: level-triggered, it would never fall silent.
  private static func mask(_ interest: Interest) -> UInt32 {
    (interest.contains(.read) ? EPOLLIN.rawValue | EPOLLRDHUP.rawValue : 0)
      | (interest.contains(.write) ? EPOLLOUT.rawValue : 0)
  }

  /// A counter whose write wakes a loop (eventfd(2)); -1 on failure.
  static func makeWakeUp() -> Int32 {
    eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
  }

  static func wake(_ target: Int32) {
    var one: UInt64 = 1
    _ = write(target, &one, 8)
  }

  /// The next waiting connection, non-blocking and closed on exec, or -1 with `errno` set.
  static func acceptNext(_ listener: Int32) -> Int32 {
    accept4(
      listener, nil, nil, Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue))
  }
}
