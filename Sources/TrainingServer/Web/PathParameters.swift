/// What stood in the place of a pattern's names.
struct PathParameters: Sendable {
  private let names: [String]
  private let path: PathOctets
  private let values: [Range<Int>]

  init(names: [String], path: PathOctets, values: [Range<Int>]) {
    self.names = names
    self.path = path
    self.values = values
  }

  /// The decoded segment; empty for a name that the pattern does not have.
  subscript(name: String) -> String {
    String(decoding: octets(name), as: UTF8.self)
  }

  /// The same as octets, for what is read digit by digit.
  func octets(_ name: String) -> ArraySlice<UInt8> {
    guard let index = names.firstIndex(of: name), values.indices.contains(index) else { return [] }
    return path.octets(values[index])
  }
}
