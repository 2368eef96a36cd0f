import Foundation
import Glibc
import Testing

@testable import QuizEngine

/// Looking up hashes where they lie: each that is there, none that is not, and nothing in a file
/// that is no such list.
@Suite struct BreachedListTests {
  typealias Fault = BreachedList.Fault

  let folder: TemporaryFolder
  private var path: String { folder.path + "/list" }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func contains(_ hash: String) throws -> Bool? {
    try BreachedList.open(path) { list throws(Fault) in try list.contains(Array(hash.utf8)) }
  }

  private func write(_ text: String) throws {
    try folder.write(Array(text.utf8), to: "list")
  }

  private static func hash(_ password: String) -> String {
    Hex.encode(SHA1.hash(Array(password.utf8))).uppercased()
  }

  /// Sorted hashes of passwords that nobody has.
  private static func hashes(_ count: Int, _ random: inout Seeded) -> [String] {
    (0..<count).map { _ in hash("\(random.next())") }.sorted()
  }

  /// A hash with another last digit.
  private static func neighbour(_ hash: String) -> String {
    hash.dropLast() + (hash.hasSuffix("0") ? "1" : "0")
  }

  private static let endings: [@Sendable (String, UInt64) -> String] = [
    { hash, _ in hash + "\n" }, { hash, _ in hash + "\r\n" },
    { hash, chance in "\(hash):\(chance >> (chance % 64))\n" },
    { hash, chance in "\(hash):\(chance >> (chance % 64))\r\n" },
    { hash, chance in hash.lowercased() + ":\(chance % 1000)\n" },
  ]

  @Test(arguments: endings.indices)
  func `every member of a list of thousands is found, and nothing else`(form: Int) throws {
    let seed = UInt64(form + 1)
    var random = Seeded(seed)
    let members = Self.hashes(2000, &random)
    try write(members.map { Self.endings[form]($0, random.next()) }.joined())
    for member in members {
      #expect(try contains(member) == true, "seed \(seed): \(member)")
    }
    for other in members.prefix(200).map(Self.neighbour) + Self.hashes(200, &random) {
      #expect(try contains(other) == false, "seed \(seed): \(other)")
    }
  }

  @Test(arguments: [1, 2, 3, 7, 16, 30], ["\n", "\r\n", ":1\n", ":18446744073709551\r\n"])
  func `first, last and all between are found in short lists, with or without an end of line`(
    count: Int, end: String
  ) throws {
    var random = Seeded(UInt64(count))
    let members = Self.hashes(count, &random)
    let text = members.map { $0 + end }.joined()
    for whole in [text, String(text.dropLast())] {
      try write(whole)
      for member in members { #expect(try contains(member) == true, "\(whole)") }
      for other in [String(repeating: "0", count: 40), String(repeating: "F", count: 40)] {
        #expect(try contains(other) == false, "\(whole)")
      }
    }
  }

  @Test func `equal lines may follow each other`() throws {
    let (one, other) = (String(repeating: "1", count: 40), String(repeating: "2", count: 40))
    try write("\(one)\n\(one)\n\(one)\n\(other)\n\(other)\n")
    #expect(try contains(one) == true)
    #expect(try contains(other) == true)
  }

  // MARK: What is no list

  private static let sound = String(repeating: "A", count: 40)

  static let faults: [(String, Fault)] = [
    ("", .empty), ("\n", .malformed(at: 0)), (sound + "\n\n", .malformed(at: 41)),
    ("\u{feff}" + sound + "\n", .malformed(at: 0)), (sound + " \n", .malformed(at: 0)),
    (sound.dropLast() + "G\n", .malformed(at: 0)), (sound.dropLast(8) + ":3\n", .malformed(at: 0)),
    (sound + "A\n", .malformed(at: 0)), (sound + ":\n", .malformed(at: 0)),
    (sound + ":1x\n", .malformed(at: 0)), (sound + ":-1\n", .malformed(at: 0)),
    (sound + ":123456789012345678901\n", .malformed(at: 0)),
    (sound + "\n" + sound.replacing("A", with: "9") + "\n", .unsorted(at: 41)),
    (sound + "\n" + sound.dropLast(), .malformed(at: 41)),
    (String(repeating: "A", count: 400), .malformed(at: 0)),
    (String(repeating: "\0", count: 4000), .malformed(at: 0)),
    ("password\n123456\nqwerty\n", .malformed(at: 0)),
  ]

  @Test(arguments: faults)
  func `a file that is no such list is a fault, whatever is looked up`(
    text: String, fault: Fault
  ) throws {
    try write(text)
    for hash in [Self.sound, String(repeating: "F", count: 40)] {
      #expect(throws: fault, "\(text)") { try contains(hash) }
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `a list in any other order is a fault`(seed: UInt64) throws {
    var random = Seeded(seed)
    let members = Self.hashes(3000, &random)
    let half = members.count / 2
    let orders = [
      members.shuffled(using: &random), members.reversed(),
      Array(members[half...] + members[..<half]),
      members.filter { $0.last?.isLetter == true } + members.filter { $0.last?.isLetter == false },
    ]
    for order in orders {
      try write(order.map { $0 + ":1\n" }.joined())
      for member in members.prefix(20) {
        #expect(throws: Fault.self, "seed \(seed)") { try contains(member) }
      }
    }
  }

  @Test(arguments: [0x0a, 0x20, 0x3a, 0x47, 0xff] as [UInt8])
  func `a byte that was spoilt makes no member pass for absent`(wrong: UInt8) throws {
    var random = Seeded(9)
    let members = Self.hashes(8, &random)
    let text = Array(members.map { $0 + ":12\n" }.joined().utf8)
    for place in text.indices {
      var spoilt = text
      spoilt[place] = wrong
      let list = BreachedList(size: spoilt.count) { range in Array(spoilt[range]) }
      for member in members {
        do {
          #expect(try list.contains(Array(member.utf8)), "\(wrong) at \(place): \(member)")
        } catch { continue }
      }
    }
  }

  @Test func `what is no file is a fault, and only a missing name is no list`() throws {
    #expect(try contains(Self.sound) == nil)
    #expect(mkdir(path, 0o700) == 0)
    #expect(throws: Fault.notAFile) { try contains(Self.sound) }
    #expect(rmdir(path) == 0 && mkfifo(path, 0o600) == 0)
    #expect(throws: Fault.notAFile) { try contains(Self.sound) }
    #expect(unlink(path) == 0 && symlink("elsewhere", path) == 0)
    #expect(throws: Fault.unreadable(errno: ENOENT)) { try contains(Self.sound) }
    try folder.write(Array(Self.sound.utf8), to: "elsewhere")
    #expect(try contains(Self.sound) == true)
  }

  @Test func `a file that shrinks while it is read is a fault`() {
    let list = BreachedList(size: 41 * 1000) { _ in [] }
    #expect(throws: Fault.malformed(at: 0)) { try list.contains(Array(Self.sound.utf8)) }
  }

  // MARK: Large lists

  @Test func `forty gigabytes are searched with at most 64 reads`() throws {
    let large = LargeList(lines: 930_000_000)
    #expect(large.size > 40_000_000_000)
    var random = Seeded(11)
    for _ in 1...50 {
      let index = Int(random.next() % UInt64(large.lines))
      let member = Array(large.hash(index).utf8)
      #expect(try large.list().contains(member), "\(index)")
      #expect(large.takeReads() <= 64)
      #expect(try !large.list().contains(Array(Self.neighbour(large.hash(index)).utf8)))
      #expect(large.takeReads() <= 64)
    }
  }

  @Test func `a long list that lacks its beginning or its end is a fault`() {
    let large = LargeList(lines: 100_000)
    let length = LargeList.length
    for part in [0..<large.size / 2 / length * length, length * 1000..<large.size] {
      let list = large.list(part)
      #expect(throws: Fault.cutOff) { try list.contains(Array(Self.sound.utf8)) }
    }
  }
}
