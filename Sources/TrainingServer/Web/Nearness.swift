/// Who may read what only those who run the server should: its numbers.
enum Nearness {
  /// Fields that proxies add (RFC 7239, RFC 9110 section 7.6.3, and what they wrote before those).
  private static let passedOn = [
    "forwarded", "via", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host",
    "x-forwarded-port", "x-forwarded-server", "x-forwarded-by", "x-forwarded", "x-real-ip",
    "x-client-ip", "x-cluster-client-ip", "x-original-forwarded-for", "x-original-host",
    "x-envoy-external-address", "x-proxyuser-ip", "true-client-ip", "cf-connecting-ip",
    "fastly-client-ip", "client-ip",
  ]

  /// Whether a program on this machine asks, or one at an address that the operator named.
  ///
  /// A proxy on this machine asks for whomever, declared or not: whatever was passed on is from
  /// elsewhere.
  static func holds(_ request: Request, monitors: [AddressRange]) -> Bool {
    let fields = request.fields
    guard !passedOn.contains(where: fields.contains) else { return false }
    if request.peer.userID != nil { return true }
    guard let peer = NumericAddress(request.peer.address) else { return false }
    return peer.isLoopback || monitors.contains { $0.contains(peer) }
  }
}
