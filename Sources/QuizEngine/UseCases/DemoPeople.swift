/// Invented people for the demo: family, middle and given names put together by a seed.
struct DemoPeople {
  private var generator: SplitMix64
  private var used: Set<String> = []

  init(seed: Seed) {
    generator = SplitMix64(seed: seed)
  }

  /// A full name not given before.
  mutating func name() -> String {
    while true {
      let isFemale = generator.next(below: 2) == 0
      let name = [
        pick(families), pick(isFemale ? femaleMiddles : maleMiddles),
        pick(isFemale ? femaleGiven : maleGiven),
      ].joined(separator: " ")
      if used.insert(name).inserted { return name }
    }
  }

  private mutating func pick(_ names: [String]) -> String {
    names[generator.next(below: names.count)]
  }
}

private let families = [
  "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ",
  "Ngô", "Dương", "Lý", "Mai", "Đinh", "Trịnh", "Đoàn",
]
private let femaleMiddles = ["Thị", "Ngọc", "Thu", "Minh", "Bảo", "Khánh", "Thanh", "Phương"]
private let maleMiddles = ["Văn", "Đức", "Minh", "Quốc", "Gia", "Hữu", "Anh", "Tuấn"]
private let femaleGiven = [
  "An", "Ánh", "Chi", "Diệp", "Giang", "Hà", "Hạnh", "Hương", "Lan", "Linh", "Mai", "My", "Ngân",
  "Ngọc", "Nhi", "Oanh", "Phương", "Quỳnh", "Thảo", "Thư", "Trang", "Uyên", "Vy", "Yến",
]
private let maleGiven = [
  "An", "Bách", "Bình", "Cường", "Đạt", "Dũng", "Duy", "Hải", "Hiếu", "Hoàng", "Huy", "Khang",
  "Khoa", "Kiên", "Long", "Minh", "Nam", "Phong", "Phúc", "Quân", "Sơn", "Thịnh", "Tú", "Việt",
]
