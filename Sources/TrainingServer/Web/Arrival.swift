/// Where a request really comes from, and whether it came over TLS.
struct Arrival: Hashable, Sendable {
  /// The client's numeric address.
  let client: String
  /// A trusted proxy says that the client speaks https.
  let isSecure: Bool
  /// A trusted proxy passed it on.
  let isForwarded: Bool

  /// Believes forwarding fields only from `proxies`, and takes the last hop that is none of them.
  init(_ request: Request, proxies: [AddressRange]) {
    let peer = request.peer.address
    guard !proxies.isEmpty, proxies.contains(where: { $0.contains(peer) }) else {
      client = peer
      isSecure = false
      isForwarded = false
      return
    }
    let hops = request.fields.values("x-forwarded-for").flatMap { line in
      line.split(separator: ",").map { hop in
        String(hop.drop(while: \.isWhitespace).prefix { !$0.isWhitespace })
      }
    }
    client =
      hops.last { hop in !proxies.contains { $0.contains(hop) } }
      .map { String($0.prefix(64)) } ?? peer
    isSecure = request.fields.values("x-forwarded-proto").last?.lowercased() == "https"
    isForwarded = !hops.isEmpty || isSecure
  }
}
