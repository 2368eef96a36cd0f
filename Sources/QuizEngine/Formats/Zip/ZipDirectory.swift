/// Reads the directory at the end of a zip file (APPNOTE 4.3.12, 4.3.16), the one truth about it.
struct ZipDirectory {
  private let bytes: [UInt8]
  private let limits: ZipLimits

  /// The entries, every one checked.
  static func read(_ bytes: [UInt8], limits: ZipLimits) throws(ZipFault) -> [ZipEntry] {
    let reader = ZipDirectory(bytes: bytes, limits: limits)
    guard let end = reader.end() else {
      throw bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) ? .damaged : .notZip
    }
    let entries = try reader.entries(end)
    try checkNames(entries)
    try reader.checkPlaces(entries, end: reader.start(end))
    return entries
  }

  /// The offset of the last record, whose comment reaches exactly to the end.
  private func end() -> Int? {
    var offset = bytes.count - 22
    while offset >= max(0, bytes.count - 22 - 0xffff) {
      if bytes.little32(offset) == 0x0605_4b50,
        bytes.little16(offset + 20) == bytes.count - offset - 22
      {
        return offset
      }
      offset -= 1
    }
    return nil
  }

  private func start(_ end: Int) -> Int { bytes.little32(end + 16) ?? 0 }

  private func entries(_ end: Int) throws(ZipFault) -> [ZipEntry] {
    guard let count = bytes.little16(end + 10), let size = bytes.little32(end + 12) else {
      throw .damaged
    }
    guard count != 0xffff, size != 0xffff_ffff, start(end) != 0xffff_ffff,
      bytes.little32(end + 4) == 0, bytes.little16(end + 8) == count
    else { throw .unusual }
    guard count <= limits.entries else { throw .tooManyEntries }
    guard start(end) + size == end else { throw .damaged }
    var entries: [ZipEntry] = []
    var offset = start(end)
    for _ in 0..<count { entries.append(try entry(&offset, end: end)) }
    guard offset == end else { throw .damaged }
    return entries
  }

  private func entry(_ offset: inout Int, end: Int) throws(ZipFault) -> ZipEntry {
    guard bytes.little32(offset) == 0x0201_4b50, offset + 46 <= end,
      let madeBy = bytes.little16(offset + 4), let flags = bytes.little16(offset + 8),
      let method = bytes.little16(offset + 10), let checksum = bytes.little32(offset + 16),
      let packed = bytes.little32(offset + 20), let unpacked = bytes.little32(offset + 24),
      let nameLength = bytes.little16(offset + 28), let extra = bytes.little16(offset + 30),
      let comment = bytes.little16(offset + 32), let disk = bytes.little16(offset + 34),
      let attributes = bytes.little32(offset + 38), let place = bytes.little32(offset + 42)
    else { throw .damaged }
    let next = offset + 46 + nameLength + extra + comment
    guard next <= end else { throw .damaged }
    guard let name = ZipName.checked(bytes[offset + 46..<offset + 46 + nameLength]) else {
      throw .unsafeName
    }
    // Encryption of the file, strong encryption, a masked directory.
    guard flags & 0x2041 == 0 else { throw .encrypted }
    guard packed != 0xffff_ffff, unpacked != 0xffff_ffff, place != 0xffff_ffff, disk == 0 else {
      throw .unusual
    }
    guard method == 0 || method == 8 else { throw .method(method) }
    // The upper half is the mode where Unix made it; only files and folders may be there.
    let kind = attributes >> 28
    guard madeBy >> 8 != 3 || [0, 0o10, 0o04].contains(kind) else { throw .link(name) }
    offset = next
    return ZipEntry(
      name: name, flags: flags, method: method, checksum: UInt32(truncatingIfNeeded: checksum),
      packed: packed, unpacked: unpacked, offset: place)
  }

  /// No two names are one where case or composition does not count, and no file is a folder.
  private static func checkNames(_ entries: [ZipEntry]) throws(ZipFault) {
    var files: Set<String> = []
    var folders: Set<String> = []
    for entry in entries {
      var folded = ZipName.folded(entry.name)[...]
      if entry.isFolder { folded = folded.dropLast() }
      let isNew =
        entry.isFolder
        ? folders.insert(String(folded)).inserted : files.insert(String(folded)).inserted
      guard isNew else { throw .sameName(entry.name) }
    }
    for entry in entries {
      let folded = Array(ZipName.folded(entry.name).utf8)
      for (place, octet) in folded.enumerated() where octet == UInt8(ascii: "/") {
        let folder = String(decoding: folded[..<place], as: UTF8.self)
        guard !files.contains(folder) else { throw .sameName(entry.name) }
      }
    }
  }

  /// Every file lies for itself before the directory: overlapping ones multiply (“a better zip bomb”).
  private func checkPlaces(_ entries: [ZipEntry], end: Int) throws(ZipFault) {
    var free = 0
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      guard entry.offset >= free, let start = dataStart(entry), start + entry.packed <= end else {
        throw .damaged
      }
      free = start + entry.packed
    }
  }

  /// Where the octets of an entry begin, after its own heading, which must name the same file.
  private func dataStart(_ entry: ZipEntry) -> Int? { Self.dataStart(entry, in: bytes) }

  static func dataStart(_ entry: ZipEntry, in bytes: [UInt8]) -> Int? {
    guard bytes.little32(entry.offset) == 0x0403_4b50,
      bytes.little16(entry.offset + 6).map({ $0 & 0x2041 }) == 0,
      bytes.little16(entry.offset + 8) == entry.method,
      let nameLength = bytes.little16(entry.offset + 26),
      let extra = bytes.little16(entry.offset + 28)
    else { return nil }
    let name = entry.offset + 30
    guard name + nameLength + extra <= bytes.count,
      bytes[name..<name + nameLength].elementsEqual(entry.name.utf8)
    else { return nil }
    return name + nameLength + extra
  }
}
