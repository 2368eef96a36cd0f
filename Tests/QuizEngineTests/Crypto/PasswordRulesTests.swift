import Testing

@testable import QuizEngine

@Suite struct PasswordRulesTests {
  private let context = ["Nguyễn Thị Minh Ánh", "co.anh", "Trường THCS Hoa Sen", "thcs-hoa-sen"]

  @Test(arguments: [
    "mật khẩu dài", "con mèo uống nước chanh", "Xe đạp bay qua 7 ngọn núi", "correct horse battery",
    "tR4v-9qLm", "k3o-Xanh-Muỗi", "9f8a7c6e5b4d", "ẩm thực đường phố", "密码学的历史很长久",
    String(repeating: "núi cao ", count: 15) + "xyzzy",
  ])
  func `a password that nobody tries first will do`(password: String) throws {
    try PasswordRules.check(password, context: context)
  }

  @Test(arguments: [
    "password", "Password123!", "p@ssw0rd2026", "matkhau123", "Mật-Khẩu-2026", "MẬTKHẨU@1",
    "12345678", "20261125", "0912345678", "001206012345", "aaaaaaaa", "abababab", "abc123abc123",
    "qwertyui", "asdfghjkl", "1qwertyuiop1", "abcdefgh", "87654321", "iloveyou", "anhyeuem99",
    "admin@2026", "giaovien1", "hocsinh2013", "haiphong2026", "vietnamvodich", "!!!!!!!!!!!!!!!!",
    "adminadmin1",
  ])
  func `a password that everybody tries is refused`(password: String) {
    #expect(throws: PasswordRefusal.guessable) {
      try PasswordRules.check(password, context: [])
    }
  }

  @Test(arguments: [
    "minhanh2013", "Minh Ánh 2013", "nguyenthiminhanh", "co.anh123", "hoasen2026", "THCSHoaSen1",
    "Trường Hoa Sen!",
  ])
  func `names, school and sign-in name are refused for those they belong to`(password: String)
    throws
  {
    #expect(throws: PasswordRefusal.guessable) {
      try PasswordRules.check(password, context: context)
    }
  }

  @Test func `a name is only refused for those it belongs to`() throws {
    try PasswordRules.check("bichloan-xk", context: context)
    #expect(throws: PasswordRefusal.guessable) {
      try PasswordRules.check("bichloan-7", context: ["Vũ Bích Loan"])
    }
  }

  @Test func `length is counted in characters, from 8 to 128, after normalising`() {
    for (password, complaint) in [
      ("ngắn", Refusal.Complaint.tooShort), ("bảy chữ", .tooShort),
      (String(repeating: "ạ", count: 7), .tooShort),
      (String(repeating: "khác nhau ", count: 13), .tooLong),
    ] {
      #expect(throws: Refusal.invalid(field: "password", complaint)) {
        try PasswordRules.check(password, context: [])
      }
    }
  }

  @Test func `the list with its usual decorations covers more than the 3,000 most used`() {
    let decorations = ["123", "1234", "@123", "2025", "2026", "12345", "!", "1", "123456", "@2026"]
    let passwords = Set(
      CommonPasswords.words.flatMap { word in decorations.map { word + $0 } }
        .filter { $0.count >= 8 })
    #expect(passwords.count >= 3000)
    let missed = passwords.filter { !PasswordRules.isGuessable($0, context: []) }
    #expect(missed.isEmpty, "\(missed.prefix(10))")
    for word in CommonPasswords.words {
      #expect(word.utf8.allSatisfy { (97...122).contains($0) }, "\(word)")
    }
  }
}
