/// What other threads tell a loop.
enum LoopLetter<Message: Sendable>: Sendable {
  case deliver(ChannelID, Message)
  /// Take over a connection another loop accepted.
  case adopt(descriptor: Int32, RemoteEnd, isTrusted: Bool)
  /// Stop listening, close what idles, finish the rest.
  case drain
  /// Close everything and end.
  case end
}
