/// How much of a zip file is read.
package struct ZipLimits: Hashable, Sendable {
  package let entries: Int
  /// Octets that may come out of the whole file, counted while they come.
  package let unpacked: Int
  /// How many octets may come out of one: honest tables stay below, bombs need a thousand.
  package let ratio: Int
  /// What any entry may unpack to, whatever its ratio.
  package let always: Int

  package init(
    entries: Int = 2000, unpacked: Int = 200 << 20, ratio: Int = 100, always: Int = 1 << 16
  ) {
    self.entries = entries
    self.unpacked = unpacked
    self.ratio = ratio
    self.always = always
  }
}
