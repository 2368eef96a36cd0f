@testable import QuizEngine

/// Zip files as only somebody with bad intentions writes them.
struct ZipSketch {
  struct Entry {
    var name = Array("a.txt".utf8)
    var localName: [UInt8]?
    var octets = Array("hello".utf8)
    var method = 0
    var flags = 0
    var unpacked: Int?
    var checksum: UInt32?
    var madeBy = 20
    var mode = 0
    /// Where the directory says the entry begins; where it does, unless said.
    var offset: Int?
    /// Whether only the directory names it.
    var isOnlyNamed = false
  }

  var entries: [Entry] = [Entry()]
  var count: Int?
  var disk = 0
  var comment: [UInt8] = []
  var gap: [UInt8] = []

  var bytes: [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let start = entry.offset ?? body.count
      let sum = Int(entry.checksum ?? CRC32.of(entry.octets))
      let common = fields(entry, sum)
      if !entry.isOnlyNamed {
        let name = entry.localName ?? entry.name
        body.append(little32: 0x0403_4b50)
        body += common
        body.append(little16: name.count)
        body.append(little16: 0)
        body += name + entry.octets
      }
      directory.append(little32: 0x0201_4b50)
      directory.append(little16: entry.madeBy)
      directory += common
      for value in [entry.name.count, 0, 0, 0, 0] { directory.append(little16: value) }
      directory.append(little32: entry.mode << 16)
      directory.append(little32: start)
      directory += entry.name
    }
    body += gap
    var end: [UInt8] = []
    end.append(little32: 0x0605_4b50)
    end.append(little16: disk)
    end.append(little16: disk)
    end.append(little16: count ?? entries.count)
    end.append(little16: count ?? entries.count)
    end.append(little32: directory.count)
    end.append(little32: body.count)
    end.append(little16: comment.count)
    return body + directory + end + comment
  }

  private func fields(_ entry: Entry, _ sum: Int) -> [UInt8] {
    var common: [UInt8] = []
    for value in [20, entry.flags, entry.method, 0, 0x21] { common.append(little16: value) }
    common.append(little32: sum)
    common.append(little32: entry.octets.count)
    common.append(little32: entry.unpacked ?? entry.octets.count)
    return common
  }
}
