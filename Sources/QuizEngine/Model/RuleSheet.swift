/// Thể lệ as data: everything an organizer decides about a contest.
package struct RuleSheet: Hashable, Sendable {
  package let slug: String
  package let title: LocalizedText
  package let summary: LocalizedText
  package let eligibility: Eligibility
  package let rounds: [Round]
  package let blueprint: Blueprint
  package let attempt: AttemptTerms
  package let scoring: Scoring
  package let prediction: PredictionTerms?
  package let ranking: RankingTerms
  package let feedback: FeedbackTerms
  package let board: BoardTerms
  /// Only for the final test of a training module.
  package let training: TrainingTerms?

  package init(
    slug: String, title: LocalizedText, summary: LocalizedText, eligibility: Eligibility,
    rounds: [Round], blueprint: Blueprint, attempt: AttemptTerms, scoring: Scoring,
    prediction: PredictionTerms?, ranking: RankingTerms, feedback: FeedbackTerms,
    board: BoardTerms, training: TrainingTerms? = nil
  ) {
    self.slug = slug
    self.title = title
    self.summary = summary
    self.eligibility = eligibility
    self.rounds = rounds
    self.blueprint = blueprint
    self.attempt = attempt
    self.scoring = scoring
    self.prediction = prediction
    self.ranking = ranking
    self.feedback = feedback
    self.board = board
    self.training = training
  }
}

/// What a final test asks for and gives.
package struct TrainingTerms: Hashable, Sendable {
  /// Slugs of the lessons to complete first.
  package let lessons: [String]
  /// Periods (tiết) credited for passing.
  package let periods: Int

  package init(lessons: [String], periods: Int) {
    self.lessons = lessons
    self.periods = periods
  }
}

/// One round (vòng, đợt, tuần) with the window in which attempts may start.
package struct Round: Hashable, Sendable {
  package let title: LocalizedText
  package let window: Window

  package init(title: LocalizedText, window: Window) {
    self.title = title
    self.window = window
  }
}

/// Who may enter, besides belonging to the contest's unit.
package struct Eligibility: Hashable, Sendable {
  package let roles: Set<Role>
  /// Age in whole calendar years at the start of the attempt; the birth year is all we keep.
  package let minimumAge: Int?
  package let maximumAge: Int?

  package init(roles: Set<Role>, minimumAge: Int? = nil, maximumAge: Int? = nil) {
    self.roles = roles
    self.minimumAge = minimumAge
    self.maximumAge = maximumAge
  }
}

/// What to draw from the bank.
package struct Blueprint: Hashable, Sendable {
  /// A bank file inside `Courses`, or the name of an imported bank.
  package let bank: String
  package let draws: [Draw]
  package let shufflesItems: Bool
  package let shufflesOptions: Bool

  package init(bank: String, draws: [Draw], shufflesItems: Bool, shufflesOptions: Bool) {
    self.bank = bank
    self.draws = draws
    self.shufflesItems = shufflesItems
    self.shufflesOptions = shufflesOptions
  }

  /// Number of items in every paper.
  package var itemCount: Int { draws.reduce(0) { $0 + $1.count } }
}

/// `count` questions among those with the topic and level, where given.
package struct Draw: Hashable, Sendable {
  package let count: Int
  package let topic: String?
  package let level: Int?

  package init(count: Int, topic: String? = nil, level: Int? = nil) {
    self.count = count
    self.topic = topic
    self.level = level
  }

  package func admits(_ question: Question) -> Bool {
    (topic == nil || topic == question.topic) && (level == nil || level == question.level)
  }
}

/// How an attempt runs.
package struct AttemptTerms: Hashable, Sendable {
  /// Time allowed; nil runs to the end of the round.
  package let duration: Span?
  /// Attempts per person and round; nil is without limit.
  package let limit: Int?
  package let lateStart: LateStart
  package let timeBasis: TimeBasis

  package init(duration: Span?, limit: Int?, lateStart: LateStart, timeBasis: TimeBasis) {
    self.duration = duration
    self.limit = limit
    self.lateStart = lateStart
    self.timeBasis = timeBasis
  }
}

/// What an attempt gets that starts shortly before its round closes.
package enum LateStart: String, CaseIterable, Sendable {
  case cutAtClosing = "cut-at-closing"
  case fullTime = "full-time"
}

/// What ends the time used.
package enum TimeBasis: String, CaseIterable, Sendable {
  case submission
  case lastChange = "last-change"
}

/// How answers become points.
package struct Scoring: Hashable, Sendable {
  package let perItem: Points
  package let multiple: MultipleScoring
  /// Passed from this score on; nil where nothing is passed.
  package let passMark: Points?

  package init(perItem: Points, multiple: MultipleScoring, passMark: Points? = nil) {
    self.perItem = perItem
    self.multiple = multiple
    self.passMark = passMark
  }
}

/// How an item is scored whose options have weights.
package enum MultipleScoring: String, CaseIterable, Sendable {
  case allOrNothing = "all-or-nothing"
  /// Sum of the chosen options' weights, not below zero and not above the whole.
  case partial
}
