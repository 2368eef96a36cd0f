import QuizEngine

/// Every fixed text of the site, by area; a test reads all of them through reflection.
enum Words {
  static let page = PageWords()
  static let role = RoleWords()
  static let account = AccountWords()
  static let secondFactor = SecondFactorWords()
  static let open = PublicWords()
  static let home = HomeWords()
  static let learning = LearningWords()
  static let contest = ContestWords()
  static let ranking = RankingWords()
  static let exam = ExamWords()
  static let result = ResultWords()
  static let paper = PaperWords()
  static let staff = StaffWords()
  static let card = CardWords()
  static let participant = ParticipantWords()
  static let upload = UploadWords()
  static let classList = ClassListWords()
  static let watch = WatchWords()

  /// For the test that reads them all.
  static let areas: [any Sendable] = [
    page, role, account, secondFactor, open, home, learning, contest, ranking, exam, result, paper,
    staff, card, participant, upload, watch,
  ]
}
