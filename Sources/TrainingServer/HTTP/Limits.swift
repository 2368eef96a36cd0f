/// Every size and time the transport refuses to exceed.
///
/// Sizes in bytes, times in milliseconds.
struct Limits: Sendable {
  static let saveBody = 64 * 1024
  static let apiBody = 256 * 1024
  static let imageBody = 5 * 1024 * 1024
  static let importBody = 50 * 1024 * 1024

  // Sizes
  var target = 8192
  var line = 8192
  var fieldBlock = 16 * 1024
  var fieldCount = 100
  var blankLinesBeforeRequest = 2
  var ignoredBody = 64 * 1024
  var chunkExtension = 256
  var chunkExtensions = 4096
  var trailers = 8192
  var readAhead = 64 * 1024
  var streamBacklog = 1024 * 1024
  var lingeringDrain = 64 * 1024
  var requestsPerConnection = 1000

  // Connections
  var connections = 20_000
  var connectionsPerAddress = 2000
  var descriptorsKeptFree = 64

  // Times
  var firstByte: Int64 = 10_000
  var head: Int64 = 10_000
  var body: Int64 = 20_000
  var bodyBytesPerSecond = 500
  var idle: Int64 = 65_000
  var crowdedIdle: Int64 = 10_000
  var strangerIdle: Int64 = 2000
  var writeStall: Int64 = 20_000
  var slowReadWindow: Int64 = 30_000
  var slowReadBytesPerSecond = 1024
  var lingering: Int64 = 2000
  var heartbeat: Int64 = 15_000
  /// What an event stream tells its client to wait before it connects again.
  var streamRetry: Int64 = 3000
}
