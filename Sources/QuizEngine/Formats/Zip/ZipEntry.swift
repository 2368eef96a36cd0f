/// One file of a zip file, as the directory at its end describes it (APPNOTE 4.3.12).
struct ZipEntry: Hashable, Sendable {
  let name: String
  let flags: Int
  let method: Int
  let checksum: UInt32
  let packed: Int
  let unpacked: Int
  /// Where its own heading begins.
  let offset: Int

  var isFolder: Bool { name.utf8.last == UInt8(ascii: "/") }
}
