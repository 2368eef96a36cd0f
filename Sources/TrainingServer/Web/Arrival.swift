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
    let hops = ForwardedList(request.fields, "x-forwarded-for")
    let scheme = ForwardedList(request.fields, "x-forwarded-proto").first
    client = Self.client(of: hops, proxies)?.text ?? peer
    isSecure = scheme.map { $0.map(\.lowercased).elementsEqual("https".utf8) } ?? false
    isForwarded = !hops.isEmpty || isSecure
  }

  /// Read from the end, where the nearest proxy wrote; what stands before something that is no
  /// address was written by whoever sent that, so nothing there is believed.
  private static func client(
    of hops: ForwardedList, _ proxies: [AddressRange]
  ) -> NumericAddress? {
    for hop in hops.reversed {
      guard let address = hop.withUnsafeBytes({ NumericAddress($0) }) else { return nil }
      if !proxies.contains(where: { $0.contains(address) }) { return address }
    }
    return nil
  }
}
