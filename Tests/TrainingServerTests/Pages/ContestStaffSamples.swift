@testable import QuizEngine
@testable import TrainingServer

let contestStaffSamples: [Sample] = [
  Sample(
    "new-contest",
    newContestPage(
      .form(.init(units: [SelectOption(value: "u1", text: School.schoolName)])),
      School.chrome(.newContest, School.organizer))),
  Sample(
    "new-contest-issues",
    newContestPage(
      .form(
        .init(
          units: [SelectOption(value: "u1", text: School.schoolName)],
          issues: [
            SourceIssue(
              SourceLocation(file: "the-le.json", line: 14, column: 9),
              LocalizedText(
                vi: "Vòng 2 đóng trước khi mở.", en: "Round 2 closes before it opens."))
          ])), School.chrome(.newContest, School.organizer))),
  Sample(
    "new-contest-preview",
    newContestPage(
      .preview(
        .init(
          token: "upl-2", unit: "u1", unitName: School.schoolName, sheet: School.sheet,
          questionCount: 120)), School.chrome(.newContest, School.organizer))),
  Sample(
    "new-contest-remarks",
    newContestPage(
      .preview(
        .init(
          token: "upl-3", unit: "u1", unitName: School.schoolName, sheet: School.sheet,
          questionCount: 59,
          warnings: [
            SourceIssue(
              SourceLocation(file: "ngan-hang.gift", line: 1, column: 1),
              LocalizedText(
                vi: "12 câu chưa có lời giải thích (#### ở cuối). Dòng 1, 5, 9.",
                en: "12 questions without an explanation (#### at the end). Lines 1, 5, 9."))
          ])), School.chrome(.newContest, School.organizer))),
  Sample("watch-open", watch(.open, until: "2026-11-21T10:00:00Z")),
  Sample("watch-closed", watch(.closed, until: nil)),
]

private func watch(_ phase: Phase, until: String?) -> HTML {
  watchPage(
    WatchPage(
      id: School.contest, title: School.contestTitle, unitName: "Phường Long Biên",
      reading: PhaseReading(phase: phase, round: 0, until: until.map(School.moment)),
      counts: .init(registered: 4812, started: 1240, running: 428, submitted: 812),
      units: [
        .init(name: School.schoolName, headcount: 640, persons: 512, attempts: 700),
        .init(name: "Trường THCS Ngọc Lâm", headcount: nil, persons: 728, attempts: 834),
      ], showsBoard: phase == .closed,
      late: phase == .closed
        ? School.late.map { LateRow(person: School.pupil.name, unit: "7A", delivery: $0) } : [],
      lateCount: phase == .closed ? School.late.count : 0),
    School.chrome(.watch(School.contest), School.organizer))
}

let englishSamples: [Sample] = [
  Sample("en-welcome", welcomePage(School.chrome(.home, nil, .english))),
  Sample(
    "en-exam",
    examPage(exam(.item(1)), School.chrome(.attempt(School.attempt), School.pupil, .english))
  ),
  Sample(
    "en-contest",
    (try? School.contestValue()).map { value in
      contestPage(
        ContestPage(
          contest: value,
          reading: PhaseReading(
            phase: .upcoming, round: 0, until: School.moment("2026-11-21T01:30:00Z")), used: 0),
        School.chrome(.contest(School.contest), School.pupil, .english))
    } ?? .empty),
]
