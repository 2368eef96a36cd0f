/// The files in a zip file, unpacked on demand under one budget; archives in it stay octets.
package struct ZipArchive {
  private let bytes: [UInt8]
  private let limits: ZipLimits
  private let entries: [[UInt8]: ZipEntry]
  /// What has come out so far, of all files together.
  private var unpacked = 0
  /// The names of the files, in the order of the directory.
  package let names: [String]

  /// Reads the directory; a fault for anything that no honest program writes.
  package init(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(ZipFault) {
    let entries = try ZipDirectory.read(bytes, limits: limits).filter { !$0.isFolder }
    self.bytes = bytes
    self.limits = limits
    self.entries = Dictionary(
      entries.map { (Array($0.name.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    names = entries.map(\.name)
  }

  /// Whether there is a file of this name, octet by octet.
  package func has(_ name: String) -> Bool { entries[Array(name.utf8)] != nil }

  /// The octets of a file, checked against its sum.
  package mutating func read(_ name: String) throws(ZipFault) -> [UInt8] {
    guard let entry = entries[Array(name.utf8)] else { throw .missing(name) }
    guard let start = ZipDirectory.dataStart(entry, in: bytes),
      start + entry.packed <= bytes.count
    else { throw .damaged }
    let octets = try unpack(entry, bytes[start..<start + entry.packed])
    unpacked += octets.count
    guard octets.count == entry.unpacked, CRC32.of(octets) == entry.checksum else {
      throw .checksum(name)
    }
    return octets
  }

  private func unpack(
    _ entry: ZipEntry, _ packed: ArraySlice<UInt8>
  ) throws(ZipFault) -> [UInt8] {
    let left = limits.unpacked - unpacked
    guard entry.method == 8 else {
      guard packed.count <= left else { throw .tooLarge }
      return Array(packed)
    }
    let (swollen, isVast) = packed.count.multipliedReportingOverflow(by: limits.ratio)
    let dense = max(limits.always, isVast ? .max : swollen)
    do throws(InflateFault) {
      return try Inflater.inflate(packed, limit: min(left, dense))
    } catch {
      guard error == .tooLarge else { throw .damaged }
      if dense < left { throw .bomb(entry.name) }
      throw .tooLarge
    }
  }
}
