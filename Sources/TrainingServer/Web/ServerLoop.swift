/// What all connections of one loop share.
///
/// Confined to the loop's thread.
final class ServerLoop {
  let configuration: HTTPServer.Configuration
  let handler: HTTPServer.Handler
  let mailbox: Mailbox<LoopLetter<ConnectionMessage>>
  let counts: LoopCounts
  private var date: DateLine

  init(
    configuration: HTTPServer.Configuration, handler: @escaping HTTPServer.Handler,
    mailbox: Mailbox<LoopLetter<ConnectionMessage>>, counts: LoopCounts
  ) {
    self.configuration = configuration
    self.handler = handler
    self.mailbox = mailbox
    self.counts = counts
    date = DateLine(followedBy: configuration.everyAnswer)
  }

  var limits: Limits { configuration.limits }

  /// The `Date:` line for a moment in milliseconds, and the fields that every answer carries.
  func dateLine(_ now: Int64) -> [UInt8] {
    date.update(now)
    return date.bytes
  }
}

/// Whether a body may come.
enum Admission: Sendable {
  /// Up to so many octets.
  case accept(limit: Int)
  /// Answer this at once and close without reading the body.
  case refuse(Response)
}
