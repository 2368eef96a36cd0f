import QuizEngine

/// Courses and contests in which every secret of a question carries the canary.
enum TestContent {
  /// In explanations, feedback and titles: nothing a pupil may see before the round closes.
  static let canary = "QUACKERY"

  static func text(_ words: String) -> LocalizedText {
    LocalizedText(vi: words, en: words + " (en)")
  }

  static func words(_ words: String) -> LocalizedRichText {
    let text = text(words)
    return LocalizedRichText(
      vi: RichText(inlineMarkdown: text.vietnamese), en: RichText(inlineMarkdown: text.english))
  }

  static func question(_ number: Int, kind: QuestionKind = .single) -> Question {
    let weights = kind == .single ? [1_000_000, 0, 0] : [500_000, 500_000, 0]
    return Question(
      id: "cau-\(padded(number, 3))", kind: kind, title: text("\(canary) title"),
      prompt: words("Hỏi **\(number)**?"),
      options: weights.enumerated().map { index, weight in
        QuestionOption(
          text: words("Chọn \(number).\(index)"), weight: weight,
          feedback: words("\(canary) feedback"))
      }, explanation: words("\(canary) explanation"), laws: ["L-001"], topic: nil, level: nil)
  }

  static let bank = QuestionText.bank(
    (1...8).map { question($0, kind: $0 % 4 == 0 ? .multiple : .single) })

  static let lesson = Lesson(
    slug: "bai-mot", title: text("Bài một"), minutes: 10, competences: [], laws: ["L-001"],
    text: text("# Bài một\n\nĐọc **kỹ**. [L-001](law:L-001) [L-002](law:L-002)"),
    checkpoint: QuestionText.bank([question(1), question(2)]))

  static let course = Course(
    slug: "khoa-thu", version: "1", audience: .student, title: text("Khóa thử"),
    summary: text("Tóm tắt"), grades: "6–9", periods: 2,
    modules: [
      CourseModule(
        slug: "phan-mot", title: text("Phần một"), periods: 2, lessons: [lesson],
        finalTest: FinalTest(
          title: text("Kiểm tra"), bank: bank, draw: 3, duration: .minutes(10),
          scale: Points(thousandths: 10_000), passMark: Points(thousandths: 5000), resits: 1))
    ], digest: SHA256.hash("khoa-thu"))

  static let law = LawFact(
    id: "L-001", statement: text("Điều khoản"), source: text("Luật 116/2025/QH15, Điều 1"),
    inForceFrom: nil, inForceUntil: nil, replacedBy: [], confidence: .lawText,
    conditions: text("Phải cố ý"), doNotSay: text("\(canary) luôn luôn"))

  static let otherLaws = [
    LawFact(
      id: "L-002", statement: text("Điều khoản hai"), source: text("Nghị định cũ"),
      inForceFrom: nil, inForceUntil: Instant(milliseconds: 0), replacedBy: ["L-001"],
      confidence: .reliableSource),
    LawFact(
      id: "L-003", statement: text("Chưa chắc"), source: text("Bản thảo"), inForceFrom: nil,
      inForceUntil: nil, replacedBy: [], confidence: .uncertain),
  ]

  static let catalogue = Catalogue(
    courses: [course], laws: [law] + otherLaws, help: text("# Giúp đỡ\n\nGọi 111."))

  /// Four items, 20 minutes, everything hidden until the round closes.
  static let sheet = Array(
    """
    {"slug":"cuoc-thi-thu","title":{"vi":"Cuộc thi thử","en":"Trial contest"},
    "summary":{"vi":"Tóm tắt","en":"Summary"},"eligibility":{"roles":["student"]},
    "rounds":[{"title":{"vi":"Vòng 1","en":"Round 1"},"opens":"2026-11-23T09:00:00+07:00",
    "closes":"2026-11-23T12:00:00+07:00"}],
    "paper":{"bank":"ngan-hang-thu","draws":[{"count":4}]},
    "attempt":{"minutes":20,"limit":2},
    "scoring":{"pointsPerItem":"5"},
    "prediction":{"target":"persons","question":{"vi":"Bao nhiêu người?","en":"How many?"},
    "minimum":0,"maximum":1000},
    "ranking":{"keys":[{"key":"score"},{"key":"prediction-distance"},{"key":"time-used"},
    {"key":"submitted-at"}]},
    "feedback":{"score":"closing","answers":"closing"},"board":{"reveal":"closing","top":10}}
    """.utf8)
}
