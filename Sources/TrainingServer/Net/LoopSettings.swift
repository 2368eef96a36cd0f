/// What a loop refuses to exceed.
///
/// Times in milliseconds.
struct LoopSettings: Sendable {
  var connections: Int
  var connectionsPerAddress: Int
  /// How long a peer may accept nothing of what waits for it.
  var writeStall: Int64
  /// A peer must accept `slowReadBytesPerSecond` on average over each such window.
  var slowReadWindow: Int64
  var slowReadBytesPerSecond: Int
  /// How long a connection may idle while more than 80 % of the slots are taken.
  var crowdedIdle: Int64
  /// The same for whoever proved nothing, while strangers crowd their places.
  var strangerIdle: Int64
  /// Addresses that are not counted, such as the proxy in front.
  var isTrustedAddress: @Sendable (String) -> Bool
  /// Addresses whose connections carry the requests of many people.
  var isProxy: @Sendable (String) -> Bool
  /// Told of what an operator should know.
  var report: @Sendable (NetNotice) -> Void
}

/// What an operator should know about the network side.
enum NetNotice: Hashable, Sendable {
  /// No file descriptor was left for a new connection.
  case descriptorsExhausted
  /// So many connections that new ones are turned away.
  case connectionsExhausted
  /// One address holds as many connections as one address may.
  case addressExhausted(String)
}
