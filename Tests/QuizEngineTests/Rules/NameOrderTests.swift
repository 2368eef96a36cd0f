import Foundation
import Testing

@testable import QuizEngine

@Suite struct NameOrderTests {
  /// As a class list in Viet Nam is written.
  static let ordered = [
    "Nguyễn Văn An", "Trần An", "Lê Thị Ân", "Nguyễn Thị Bình", "Nguyễn Thị Bính",
    "Phạm Cường", "Bùi Dũng", "Bùi Đạt", "Đỗ Đạt", "Võ Giang", "Hồ Hà", "Hồ Hạ", "Lý Linh",
    "Đinh Ngọc", "Mai Oanh", "Mai Ông", "Tạ Ơn", "Vũ Quỳnh", "Vũ Thư", "Vũ Uyên", "Vũ Ước",
    "Vũ Vy", "Vũ Ý",
  ]

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `a class is listed by given name, then from the left`(seed: UInt64) {
    var random = Seeded(seed)
    let sorted = Self.ordered.shuffled(using: &random)
      .sorted { VietnameseNameKey($0) < VietnameseNameKey($1) }
    #expect(sorted == Self.ordered)
  }

  @Test func `letters come before tones`() {
    for (one, other) in [
      ("ma", "mà"), ("mà", "mả"), ("mả", "mã"), ("mã", "má"), ("má", "mạ"), ("mạ", "mă"),
      ("mặ", "mâ"), ("dậ", "đa"), ("e", "ê"), ("ô", "ơ"), ("u", "ư"), ("Hoà Anh", "Hòa Ánh"),
    ] {
      #expect(VietnameseNameKey(one) < VietnameseNameKey(other), "\(one) before \(other)")
      #expect(!(VietnameseNameKey(other) < VietnameseNameKey(one)), "\(other) after \(one)")
    }
  }

  @Test func `case and the way of composing letters change nothing`() {
    let composed = VietnameseNameKey("Nguyễn Đặng Ước")
    let decomposed = VietnameseNameKey(
      "NGUYỄN Đặng Ước".decomposedStringWithCanonicalMapping)
    #expect(!(composed < decomposed) && !(decomposed < composed))
  }

  @Test(arguments: ["", " ", "Tú", "Anna-Maria O'Neil 3", "李 明"])
  func `any text can be ordered`(name: String) {
    let key = VietnameseNameKey(name)
    #expect(!(key < key))
  }

  @Test func `a public list shows initials`() {
    #expect(Given.person().initials == "N. T. M. A.")
    #expect(Given.person().givenName == "Anh")
  }
}
