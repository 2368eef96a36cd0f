import QuizEngine
import Testing

@Suite struct PersonNameKeyTests {
  @Test(
    arguments: [
      ("Lê Thị Hòa", "Lê Thị Hoà"), ("Trần Thúy", "Trần Thuý"), ("Đặng Đào", "Ðặng Ðào"),
      ("Đặng Đào", "Ɖặng Ɖào"), ("Đoàn Huệ", "\u{200b}Đoàn\u{200b} Huệ\u{feff}"),
      ("NGUYỄN VĂN AN", "Nguyễn Văn An"), ("Nguyễn An", "Nguye\u{302}\u{303}n An"),
      ("Lê  An", "Lê\u{a0}An"),
    ])
  func `these are one name`(one: String, other: String) {
    #expect(PersonNameKey(one) == PersonNameKey(other))
  }

  @Test(
    arguments: [
      ("Lê Hoa", "Lê Hoà"), ("Trần Bảo", "Trần Bào"), ("Lê An", "Lê Ân"), ("Đào", "Dào"),
      ("An Lê", "Anlê"),
    ])
  func `these are two`(one: String, other: String) {
    #expect(PersonNameKey(one) != PersonNameKey(other))
  }
}
