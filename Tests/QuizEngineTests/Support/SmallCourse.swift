import Foundation

@testable import QuizEngine

/// A course folder small enough to read in a test: two lessons, a final test, a contest bank.
enum SmallCourse {
  static let slug = "khoa-mau"

  /// Path below the root and content.
  static var files: [String: String] {
    [
      "law/facts.json": facts, "law/help.md": "Gọi 111.", "law/help.en.md": "Call 111.",
      "khoa-mau/course.json": course(),
      "khoa-mau/lessons/01-bai-mot.md": "# Bài một\n\nĐiều 7 [L-001](law:L-001) cấm.\n",
      "khoa-mau/lessons/01-bai-mot.en.md": "# Lesson one\n\nArticle 7 [L-001](law:L-001) bans.\n",
      "khoa-mau/lessons/02-bai-hai.md": "# Bài hai\n\nHãy nghĩ trước khi đăng.\n",
      "khoa-mau/lessons/02-bai-hai.en.md": "# Lesson two\n\nThink before you post.\n",
      "khoa-mau/questions/bai-mot.gift": bank(2, prefix: "diem-dung"),
      "khoa-mau/questions/bai-mot.en.gift": bank(2, prefix: "diem-dung", words: "Question"),
      "khoa-mau/questions/kiem-tra.gift": bank(4, prefix: "kiem-tra"),
      "khoa-mau/questions/kiem-tra.en.gift": bank(4, prefix: "kiem-tra", words: "Question"),
      "khoa-mau/questions/ngan-hang.gift": bank(6, prefix: "cau"),
      "khoa-mau/questions/ngan-hang.en.gift": bank(6, prefix: "cau", words: "Question"),
    ]
  }

  static let facts = """
    {
      "facts": [
        {
          "id": "L-001",
          "statement": { "vi": "Luật có hiệu lực.", "en": "The law is in force." },
          "source": { "vi": "Luật 116/2025/QH15", "en": "Law 116/2025/QH15" },
          "inForceFrom": "2026-07-01", "inForceUntil": null, "replacedBy": [], "confidence": "A"
        },
        {
          "id": "L-002",
          "statement": { "vi": "Luật cũ.", "en": "The old law." },
          "source": { "vi": "Luật 24/2018/QH14", "en": "Law 24/2018/QH14" },
          "inForceFrom": "2019-01-01", "inForceUntil": "2026-06-30", "replacedBy": ["L-001"],
          "confidence": "A"
        }
      ]
    }
    """

  /// `course.json` with some of its values replaced.
  static func course(
    audience: String = "teacher", draw: Int = 4, scale: String = "10", passMark: String = "5"
  ) -> String {
    """
    {
      "slug": "khoa-mau", "version": "2026.1", "audience": "\(audience)",
      "title": { "vi": "Khóa mẫu", "en": "Sample course" },
      "summary": { "vi": "Hai bài.", "en": "Two lessons." },
      "periods": 4,
      "modules": [
        {
          "slug": "mo-dun-1", "title": { "vi": "Mô đun 1", "en": "Module 1" }, "periods": 4,
          "lessons": [
            {
              "slug": "bai-mot", "file": "lessons/01-bai-mot.md",
              "title": { "vi": "Bài một", "en": "Lesson one" }, "minutes": 20, "laws": ["L-001"],
              "checkpoint": { "bank": "questions/bai-mot.gift" }
            },
            {
              "slug": "bai-hai", "file": "lessons/02-bai-hai.md",
              "title": { "vi": "Bài hai", "en": "Lesson two" }, "minutes": 20, "laws": []
            }
          ],
          "finalTest": {
            "title": { "vi": "Kiểm tra", "en": "Test" }, "bank": "questions/kiem-tra.gift",
            "draw": \(draw), "minutes": 20, "scale": "\(scale)", "passMark": "\(passMark)",
            "resits": 2
          }
        }
      ]
    }
    """
  }

  /// Single choice questions whose right option is called `đúng`.
  static func bank(_ count: Int, prefix: String, words: String = "Câu hỏi") -> String {
    (1...count).map { number in
      """
      // [id:\(prefix)-\(number)] [tag:law:L-001] [tag:topic:mau] [tag:level:\(number % 2 + 1)]
      ::\(words) \(number)::\(words) số \(number)? {
      =đúng#Phải rồi.
      ~sai một
      ~sai hai
      ####Vì thế.
      }

      """
    }.joined(separator: "\n")
  }
}

extension TemporaryFolder {
  /// Writes text files, making their folders.
  func write(_ files: [String: String], below folder: String = "") throws {
    for (name, text) in files {
      let file = URL(filePath: path + "/" + folder + "/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }
}
