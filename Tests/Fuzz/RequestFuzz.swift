/// Requests: how they are cut changes nothing, and what was understood can be written down again.
func fuzzRequest(_ bytes: [UInt8]) {
  for limits in [Limits(), Limits.tight] {
    let whole = Transcript([bytes[...]], limits: limits)
    require(Transcript(pieces(of: bytes), limits: limits) == whole, "split-invariance")
    if bytes.count <= 300 {
      let single = bytes.indices.map { bytes[$0...$0] }
      require(Transcript(single, limits: limits) == whole, "split-invariance, byte by byte")
    }
    followed(bytes, whole, limits)
  }
  for case .request(let understood) in Transcript([bytes[...]], limits: Limits()).items {
    guard let printed = understood.printed else { continue }
    let again = Transcript([printed[...]], limits: Limits())
    guard case .request(let read) = again.items.first, again.items.count == 1 else {
      require(false, "what was understood is a request: \(again)")
      return
    }
    require(read.essence == understood.essence, "parse ∘ print = id: \(read) \(understood)")
  }
}

/// A stream that ends between requests lets the next one through unharmed; a refused one never.
private func followed(_ bytes: [UInt8], _ whole: Transcript, _ limits: Limits) {
  let next = Array("GET /next HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
  let both = Transcript([(bytes + next)[...]], limits: limits)
  if case .refused = whole.items.last {
    require(both == whole, "nothing is read after a refusal")
  } else if whole.isIdle {
    require(both.items.count == whole.items.count + 1, "the next request is one request")
    guard case .request(let read) = both.items.last else {
      return require(false, "the next request is good")
    }
    require(read.path == "/next", "the next request is itself")
  }
}

extension Limits {
  /// Limits that short inputs reach.
  fileprivate static var tight: Limits {
    var limits = Limits()
    limits.target = 24
    limits.line = 40
    limits.fieldBlock = 120
    limits.fieldCount = 4
    limits.ignoredBody = 20
    limits.chunkExtension = 8
    limits.chunkExtensions = 16
    limits.trailers = 24
    return limits
  }
}
