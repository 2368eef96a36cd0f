import Foundation
import Testing

@testable import QuizEngine

@Suite struct ZipArchiveTests {
  private func fault(_ sketch: ZipSketch, limits: ZipLimits = ZipLimits()) -> ZipFault? {
    fault(sketch.bytes, limits: limits)
  }

  /// What stands in the way of reading everything.
  private func fault(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) -> ZipFault? {
    do throws(ZipFault) {
      var archive = try ZipArchive(bytes, limits: limits)
      for name in archive.names { _ = try archive.read(name) }
      return nil
    } catch {
      return error
    }
  }

  private func sketch(_ change: (inout ZipSketch.Entry) -> Void) -> ZipSketch {
    var entry = ZipSketch.Entry()
    change(&entry)
    return ZipSketch(entries: [entry])
  }

  private func named(_ names: String...) -> ZipSketch {
    ZipSketch(entries: names.map { ZipSketch.Entry(name: Array($0.utf8)) })
  }

  @Test func `what is stored or packed comes out whole`() throws {
    var zip = ZipWriter()
    zip.add("a/b.txt", Array("một".utf8))
    zip.add("c", [])
    var archive = try ZipArchive(zip.finished())
    #expect(archive.names == ["a/b.txt", "c"])
    #expect(try archive.read("a/b.txt") == Array("một".utf8))
    #expect(try archive.read("c").isEmpty)
    #expect(throws: ZipFault.missing("A/b.txt")) { try archive.read("A/b.txt") }
    let packed = try #require(Data(base64Encoded: ZlibSamples.packed[3].base64))
    let sketch = sketch {
      $0.octets = [UInt8](packed)
      $0.method = 8
      $0.unpacked = ZlibSamples.text.count
      $0.checksum = CRC32.of(ZlibSamples.text)
    }
    var second = try ZipArchive(sketch.bytes)
    #expect(try second.read("a.txt") == ZlibSamples.text)
  }

  @Test func `a comment at the end and an empty file are fine`() throws {
    var sketch = ZipSketch()
    sketch.comment = Array("xin chào".utf8)
    #expect(fault(sketch) == nil)
    #expect(fault(ZipSketch(entries: [])) == nil)
  }

  @Test(arguments: [
    "/etc/passwd", "../a", "a/../b", "a/./b", "./a", "a//b", "//a", "a\\b", "C:/a", "", "a\u{0}b",
    "a\nb", String(repeating: "a", count: 256), "..", "/",
  ])
  func `a name that leads out, hides or is none is refused`(name: String) {
    #expect(fault(named(name)) == .unsafeName)
  }

  @Test func `a name that is not UTF-8 is refused`() {
    #expect(fault(sketch { $0.name = [0x61, 0xff] }) == .unsafeName)
  }

  @Test func `names that some systems take for one are refused`() {
    #expect(fault(named("a", "a")) == .sameName("a"))
    #expect(fault(named("Đề.xml", "đề.XML")) == .sameName("đề.XML"))
    #expect(fault(named("\u{00e9}", "e\u{0301}")) == .sameName("e\u{0301}"))
    #expect(fault(named("a", "A/b")) == .sameName("A/b"))
    #expect(fault(named("a/", "a/b", "b/", "b/c")) == nil)
  }

  @Test func `what needs a password, a link, a volume or another way of packing is refused`() {
    for flag in [0x1, 0x40, 0x2000] { #expect(fault(sketch { $0.flags = flag }) == .encrypted) }
    let link = sketch {
      $0.madeBy = 3 << 8
      $0.mode = 0o120_777
    }
    #expect(fault(link) == .link("a.txt"))
    let file = sketch {
      $0.madeBy = 3 << 8
      $0.mode = 0o100_644
    }
    #expect(fault(file) == nil)
    #expect(fault(sketch { $0.method = 12 }) == .method(12))
    #expect(fault(ZipSketch(disk: 1)) == .unusual)
    #expect(fault(ZipSketch(count: 0xffff)) == .unusual)
    #expect(fault(sketch { $0.unpacked = 0xffff_ffff }) == .unusual)
  }

  @Test func `too many entries, too many octets and bombs are refused`() throws {
    let many = ZipSketch(entries: (0..<3).map { ZipSketch.Entry(name: Array("\($0)".utf8)) })
    #expect(fault(many, limits: ZipLimits(entries: 2)) == .tooManyEntries)
    #expect(fault(many, limits: ZipLimits(unpacked: 14)) == .tooLarge)
    #expect(fault(many, limits: ZipLimits(unpacked: 15)) == nil)
    let zeros = [UInt8](try #require(Data(base64Encoded: ZlibSamples.zeros)))
    let bomb = sketch {
      $0.octets = zeros
      $0.method = 8
      // What a heading says of sizes counts for nothing.
      $0.unpacked = 5
    }
    #expect(fault(bomb) == .bomb("a.txt"))
    #expect(fault(bomb, limits: ZipLimits(unpacked: 1000)) == .tooLarge)
  }

  @Test func `files that lie over each other are refused`() {
    var second = ZipSketch.Entry(name: Array("b".utf8))
    second.offset = 0
    #expect(fault(ZipSketch(entries: [ZipSketch.Entry(), second])) == .damaged)
    let twice = ZipSketch.Entry(localName: Array("b.txt".utf8))
    #expect(fault(ZipSketch(entries: [twice])) == .damaged)
  }

  @Test func `a wrong sum or size is noticed`() {
    #expect(fault(sketch { $0.checksum = 1 }) == .checksum("a.txt"))
    #expect(fault(sketch { $0.unpacked = 4 }) == .checksum("a.txt"))
  }

  @Test func `a file cut or changed anywhere is refused or reads the same, and never traps`() {
    let whole = named("a", "b/c").bytes
    for length in 0..<whole.count { #expect(fault(Array(whole.prefix(length))) != nil) }
    for index in whole.indices {
      for octet in [0, 0xff, whole[index] ^ 1] as [UInt8] {
        var changed = whole
        changed[index] = octet
        _ = fault(changed)
      }
    }
    #expect(fault([]) == .notZip)
    #expect(fault(Array("hello".utf8)) == .notZip)
  }
}
