/// Which addresses are counted as one: those that one subscriber has at will.
enum Network {
  /// An IPv4 address itself, or the first four groups of an IPv6 address (RFC 6177 gives every
  /// site at least a /64).
  static func name(of address: String) -> String {
    guard let groups = groups(of: address) else { return address }
    return groups.prefix(4).map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
  }

  /// The eight groups of an IPv6 address; nil for anything else.
  private static func groups(of address: String) -> [UInt16]? {
    let plain = address.prefix { $0 != "%" }
    guard plain.contains(":"), !plain.contains(".") else { return nil }
    let halves = plain.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves.map { half in
      half.split(separator: ":").map { UInt16($0, radix: 16) }
    }
    let known = parts.flatMap { $0 }.compactMap(\.self)
    guard known.count == parts.map(\.count).reduce(0, +), known.count <= 8 else { return nil }
    guard parts.count == 2 else { return known.count == 8 ? known : nil }
    let gap = [UInt16](repeating: 0, count: 8 - known.count)
    return known.prefix(parts[0].count) + gap + known.dropFirst(parts[0].count)
  }
}
