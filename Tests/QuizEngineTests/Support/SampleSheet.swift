@testable import QuizEngine

/// A rule sheet as a person writes it, with every key there is; line numbers matter.
enum SampleSheet {
  static let text = """
    {
      "slug": "tuan-thi",
      "title": { "vi": "Tuần thi", "en": "Week" },
      "summary": { "vi": "Thi tuần.", "en": "Weekly." },
      "eligibility": { "roles": ["student"], "minimumAge": 10, "maximumAge": 19 },
      "rounds": [
        {
          "title": { "vi": "Tuần 1", "en": "Week 1" },
          "opens": "2026-11-23T10:00:00+07:00",
          "closes": "2026-11-30T09:00:00+07:00"
        }
      ],
      "paper": {
        "bank": "khoa-mau/questions/ngan-hang.gift",
        "draws": [{ "count": 2, "topic": "mau", "level": 1 }],
        "shuffleItems": true,
        "shuffleOptions": true
      },
      "attempt": {
        "minutes": 20,
        "limit": 3,
        "lateStart": "cut-at-closing",
        "timeBasis": "submission"
      },
      "scoring": { "pointsPerItem": "5", "multiple": "all-or-nothing", "passMark": "5" },
      "prediction": {
        "target": "persons-all-correct",
        "question": { "vi": "Bao nhiêu?", "en": "How many?" },
        "minimum": 0,
        "maximum": 1000
      },
      "ranking": {
        "counted": "best",
        "requireAllCorrect": false,
        "keys": [
          { "key": "score", "order": "descending" },
          { "key": "prediction-distance" }
        ]
      },
      "feedback": { "score": "closing", "answers": "closing" },
      "board": { "reveal": "closing", "top": 100 }
    }
    """

  static func read(_ text: String = text) throws(SourceIssues) -> RuleSheet {
    try RuleSheetReader.read(Array(text.utf8), file: "thi.json")
  }

  /// The sheet with one text in it replaced by another.
  static func with(_ old: String, _ new: String) -> String { text.replacing(old, with: new) }
}
