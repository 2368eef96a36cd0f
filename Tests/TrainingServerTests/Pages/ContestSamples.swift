@testable import QuizEngine
@testable import TrainingServer

let contestSamples: [Sample] = [
  Sample(
    "contests",
    contestsPage(
      ContestsPage(contests: [
        row(.open, "2026-11-21T00:00:00Z", "2026-11-21T10:00:00Z"),
        row(.upcoming, "2026-12-05T01:00:00Z", "2026-12-05T10:00:00Z"),
        row(.published, "2026-10-01T01:00:00Z", "2026-10-05T10:00:00Z"),
      ]), School.chrome(.contests))),
  Sample("contests-empty", contestsPage(ContestsPage(contests: []), School.chrome(.contests))),
  Sample(
    "contest-upcoming",
    contest(.upcoming, until: "2026-11-21T01:30:00Z") { _ in }),
  Sample(
    "contest-open", contest(.open, until: "2026-11-21T10:00:00Z") { _ in }),
  Sample(
    "contest-running",
    contest(.open, until: "2026-11-21T10:00:00Z") { $0.running = School.attempt }),
  Sample(
    "contest-obstacle",
    contest(.open, until: "2026-11-21T10:00:00Z") { page in
      page.obstacle = LocalizedText(
        vi: "Em đã thi đủ 2 lượt của vòng này.", en: "You have used both attempts of this round.")
      page.ended = [School.attempt]
    }),
  Sample("contest-closed", contest(.closed, until: nil) { $0.ended = [School.attempt] }),
  Sample(
    "contest-published",
    contest(.published, until: nil) { page in
      page.ended = [School.attempt]
      page.showsBoard = true
    }),
  Sample(
    "standings",
    standingsPage(
      StandingsPage(
        contest: School.contest, title: School.contestTitle, isOfficial: true,
        board: .init(
          counts: RoundCounts(
            attempts: 1534, persons: 1240, attemptsAllCorrect: 96, personsAllCorrect: 88),
          lines: boardRows.map { boardLine($0, showsPrediction: true, .vietnamese, to: .pupil) },
          top: 20,
          showsPrediction: true)), School.chrome(.standings(School.contest)))),
  Sample(
    "standings-hidden",
    standingsPage(
      StandingsPage(
        contest: School.contest, title: School.contestTitle, isOfficial: false, board: nil,
        hiddenNote: LocalizedText(
          vi: "Bảng mở khi Ban Tổ chức công bố kết quả.",
          en: "The board opens when the results are published.")),
      School.chrome(.standings(School.contest), nil))),
]

private func row(_ phase: Phase, _ opens: String, _ closes: String) -> ContestsPage.Row {
  ContestsPage.Row(
    id: School.contest, title: School.contestTitle, summary: School.sheet.summary, phase: phase,
    window: Window(opens: School.moment(opens), closes: School.moment(closes)))
}

private func contest(
  _ phase: Phase, until: String?, _ change: (inout ContestPage) -> Void
) -> HTML {
  guard let value = try? School.contestValue() else { return .empty }  // the checker then fails
  var page = ContestPage(
    contest: value,
    reading: PhaseReading(phase: phase, round: 0, until: until.map(School.moment)), used: 1)
  change(&page)
  return contestPage(page, School.chrome(.contest(School.contest)))
}

private let boardRows: [StandingsPage.Row] = [
  .init(
    rank: 1, name: "Đ. K. N.", unitName: "Trường THCS Ngọc Lâm", score: Points(thousandths: 10_000),
    timeUsed: .seconds(512), prediction: 90, distance: 2),
  .init(
    rank: 2, name: "N. T. M. A.", unitName: School.schoolName, score: Points(thousandths: 10_000),
    timeUsed: .seconds(498), prediction: 85, distance: 3, isViewer: true),
  .init(
    rank: 3, name: "Phạm Hải Yến", unitName: "Trường THCS Bồ Đề", score: Points(thousandths: 9500),
    timeUsed: .seconds(3725), prediction: 1200, distance: 1112),
  .init(
    rank: 4, name: "V. Q.", unitName: "Trường THCS Gia Thụy", score: Points(thousandths: 9000),
    timeUsed: .seconds(700)),
]
