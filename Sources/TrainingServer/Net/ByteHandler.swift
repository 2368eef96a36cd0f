/// What a loop needs of whoever speaks a protocol over a channel.
///
/// All calls come from the loop's thread. What the handler writes during a call leaves when
/// the call returns.
protocol ByteHandler: AnyObject {
  /// What other threads may send to a handler.
  associatedtype Message: Sendable

  /// Bytes arrived; they are gone when the call returns.
  func received(_ bytes: UnsafeRawBufferPointer)
  /// The peer has finished sending.
  func inputEnded()
  /// Everything written has been taken by the kernel, after some of it had to wait.
  func outputDrained()
  func delivered(_ message: Message)
  /// The channel's deadline has passed.
  func deadlineReached()
  /// The server is stopping: close now if idle, otherwise as soon as the work in hand is done.
  func drain()
  /// The channel has been closed, by whomever.
  func closed()
  /// Since when nothing is going on; nil while something is.
  var idleSince: Int64? { get }
  /// Since when the peer has let us wait, for a whole request too; nil while we work for it.
  var waitingSince: Int64? { get }
}
