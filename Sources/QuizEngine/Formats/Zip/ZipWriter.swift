/// Writes a zip file whose entries are stored as they are; the same entries give the same octets.
package struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// Appends a file; names are ASCII and come from the program.
  package mutating func add(_ name: String, _ octets: [UInt8]) {
    let offset = bytes.count
    var common: [UInt8] = []
    // Version 2.0, names in UTF-8, stored, midnight of 1 January 1980.
    for value in [20, 0x0800, 0, 0, 0x0021] { common.append(little16: value) }
    common.append(little32: Int(CRC32.of(octets)))
    common.append(little32: octets.count)
    common.append(little32: octets.count)
    common.append(little16: name.utf8.count)
    common.append(little16: 0)
    bytes.append(little32: 0x0403_4b50)
    bytes += common + Array(name.utf8) + octets
    directory.append(little32: 0x0201_4b50)
    directory.append(little16: 20)
    directory += common
    for _ in 0..<3 { directory.append(little16: 0) }
    directory.append(little32: 0)
    directory.append(little32: offset)
    directory += Array(name.utf8)
    count += 1
  }

  /// The whole file.
  package func finished() -> [UInt8] {
    var end: [UInt8] = []
    end.append(little32: 0x0605_4b50)
    end.append(little32: 0)
    end.append(little16: count)
    end.append(little16: count)
    end.append(little32: directory.count)
    end.append(little32: bytes.count)
    end.append(little16: 0)
    return bytes + directory + end
  }
}
