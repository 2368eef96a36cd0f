import QuizEngine

@testable import TrainingServer

let staffSamples: [Sample] = [
  Sample(
    "cohorts",
    cohortsPage(CohortsPage(cohorts: cohortRows), School.chrome(.cohorts, School.teacher))
  ),
  Sample(
    "cohorts-empty", cohortsPage(CohortsPage(cohorts: []), School.chrome(.cohorts, School.teacher))),
  Sample(
    "cohort",
    cohortPage(cohort(.everybody), School.chrome(.cohort(School.cohort), School.organizer))
  ),
  Sample(
    "cohort-filtered",
    cohortPage(
      cohort(CohortView(state: .finished, order: .progress)),
      School.chrome(.cohort(School.cohort), School.teacher))),
  Sample(
    "manage",
    managePage(
      ManagePage(
        contests: [
          .init(
            id: School.contest, title: School.contestTitle, phase: .open,
            window: School.sheet.rounds[0].window, started: 1240, submitted: 812)
        ], cohorts: cohortRows),
      School.chrome(
        .manage, School.organizer,
        flash: .init(
          tone: .good, text: LocalizedText(vi: "Đã tạo lớp 7C.", en: "Class 7C was created."))))),
  Sample(
    "manage-empty",
    managePage(ManagePage(contests: [], cohorts: []), School.chrome(.manage, School.organizer))),
  Sample(
    "new-cohort",
    newCohortPage(
      NewCohortPage(
        name: "7C", units: units, courses: courses,
        people: SelectOption.intakes(chosen: "", .vietnamese),
        errors: [
          FieldError(
            field: "name",
            message: LocalizedText(
              vi: "Đã có lớp tên 7C trong trường này. Chọn tên khác.",
              en: "There is a class 7C in this school. Choose another name."))
        ]), School.chrome(.newCohort(), School.organizer))),
  Sample(
    "import-form",
    importPage(
      .form(
        .init(
          units: units, cohorts: [SelectOption(value: "c", text: "7A")],
          recent: [
            .init(run: importRun, unit: School.schoolName, cohort: "7A", actor: "Phạm Thu Hà")
          ])),
      School.chrome(.importPeople, School.organizer))),
  Sample(
    "import-preview",
    importPage(.preview(preview), School.chrome(.importPeople, School.organizer))),
  Sample(
    "import-sheets",
    importPage(.preview(sheetQuestion), School.chrome(.importPeople, School.organizer))),
  Sample(
    "import-done",
    importPage(
      .done(
        .init(
          summary: .init(added: 31, updated: 2, unchanged: 4, leftOut: 1), cohort: School.cohort,
          run: importRun.id)),
      School.chrome(.importPeople, School.organizer))),
  Sample(
    "import-done-without-class",
    importPage(
      .done(
        .init(
          summary: .init(added: 63, updated: 0, unchanged: 0, leftOut: 0), cohort: nil,
          run: importRun.id,
          ways: [
            .init(unit: School.id(9), name: "Lớp 7A", cohort: nil),
            .init(unit: School.id(10), name: "Lớp 7B", cohort: (School.cohort, "7B")),
          ])),
      School.chrome(.importPeople, School.organizer))),
  Sample(
    "cohort-empty",
    cohortPage(
      emptyClass(outsiders: 31, canManage: true),
      School.chrome(.cohort(School.cohort), School.organizer))),
  Sample(
    "cohort-empty-teacher",
    cohortPage(
      emptyClass(outsiders: 0, canManage: false),
      School.chrome(.cohort(School.cohort), School.teacher))),
  Sample("cards", cards(CardStanding(pupils: 42, holders: 39, running: 0))),
  Sample("cards-all", cards(CardStanding(pupils: 42, holders: 42, running: 0))),
  Sample(
    "cards-renewal",
    cards(CardStanding(pupils: 42, holders: 39, running: 7), asks: true, hasChanged: true)),
  Sample(
    "new-card",
    newCardPage(
      NewCardPage(
        cohort: School.cohort, cohortName: "7A", person: School.id(31),
        name: "Nguyễn Thị Minh Anh", givenName: "Anh", unitName: "Lớp 7A", isRunning: true),
      School.chrome(.card(of: School.id(31), in: School.cohort), School.teacher))),
  Sample(
    "new-card-made", cardSheet(["Nguyễn Thị Minh Anh"], isReplacement: true)),
  Sample(
    "cards-made",
    cardSheet(
      ["Nguyễn Thị Minh Anh", "Phạm Đức Bình", "Hoàng Ngọc Châu", "Lê Hoàng Phương Thảo Vy"])),
  Sample("participants", participantsPage(participants(.everybody), participantChrome)),
  Sample(
    "participants-absent",
    participantsPage(
      participants(ParticipantView(cohort: School.cohort, state: .absent, search: "chau")),
      participantChrome)),
  Sample(
    "cohort-certificates",
    cohortCertificatesPage(
      CohortCertificatesPage(
        cohort: School.cohort, name: "Bồi dưỡng đợt 1 năm 2026",
        waiting: ["Lê Văn Hùng", "Phạm Thị Lan"],
        withdrawn: [
          .init(
            person: School.id(31), name: "Vũ Thanh Hà",
            withdrawnAt: School.moment("2026-11-20T02:00:00Z"))
        ],
        papers: [
          .init(
            code: "k3m9", number: "0007/2026/GCN", holder: "Trần Quốc Bảo",
            issuedAt: School.moment("2026-11-18T02:00:00Z"), withdrawnFor: nil),
          .init(
            code: "p4d0", number: "0006/2026/GCN", holder: "Vũ Thanh Hà",
            issuedAt: School.moment("2026-11-18T02:00:00Z"), withdrawnFor: "Nhầm người <b>"),
        ]), School.chrome(.certificates(School.cohort), School.organizer))),
  Sample(
    "audit",
    auditPage(
      AuditPage(events: [
        .init(
          at: School.now, actor: "Lê Thu Hằng",
          act: LocalizedText(vi: "Mở cuộc thi", en: "Opened a contest"),
          subject: School.contestTitle.vietnamese),
        .init(
          at: School.moment("2026-11-20T09:12:44Z"), actor: nil,
          act: LocalizedText(vi: "Tự động nộp bài hết giờ", en: "Closed expired attempts"),
          subject: "3"),
      ]), School.chrome(.audit, School.auditor))),
]

private let cohortRows: [CohortsPage.Row] = [
  .init(
    id: School.cohort, name: "7A", unitName: School.schoolName, courseTitle: School.courseTitle,
    dueAt: School.moment("2026-11-28T16:59:00Z"), members: 42, started: 39, passed: 31),
  .init(
    id: School.id(10), name: "Bồi dưỡng đợt 1 năm 2026", unitName: "Phường Long Biên",
    courseTitle: nil, dueAt: nil, members: 1240, started: 900, passed: 613),
]

private let units = [
  SelectOption(value: "u1", text: School.schoolName, isChosen: true),
  SelectOption(value: "u2", text: "– Khối 7"),
]

private let courses = [SelectOption(value: "em", text: School.courseTitle.vietnamese)]

private let classOf7A = Cohort(
  id: School.cohort, name: "7A", unit: School.id(9), course: "em",
  dueAt: School.moment("2026-11-28T16:59:00Z"), createdAt: School.now)

private func emptyClass(outsiders: Int, canManage: Bool) -> CohortPage {
  CohortPage(
    cohort: classOf7A, unitName: School.schoolName, courseTitle: School.courseTitle, members: 0,
    passed: 0, found: 0, counts: [:], view: .everybody, rows: [], canManage: canManage,
    outsiders: outsiders)
}

private func cohort(_ view: CohortView) -> CohortPage {
  CohortPage(
    cohort: classOf7A, unitName: School.schoolName, courseTitle: School.courseTitle, members: 42,
    passed: 31, found: 42,
    counts: [.notStarted: 3, .started: 5, .finished: 3, .passed: 31], view: view,
    rows: view.state == nil
      ? [
        .init(
          name: "Nguyễn Thị Minh Anh", code: "HS0701", className: "Lớp 7A", state: .passed,
          lessonsDone: 7, lessons: 7, testScore: Points(thousandths: 9500),
          lastActivity: School.now, cardHolder: School.id(31)),
        .init(
          name: "Phạm Đức Bình", code: "HS0702", className: "Lớp 7A", state: .started,
          lessonsDone: 3, lessons: 7, testScore: nil,
          lastActivity: School.moment("2026-11-19T12:00:00Z"), cardHolder: School.id(32)),
        .init(
          name: "Hoàng Ngọc Châu", code: nil, className: "Lớp 7B", state: .notStarted,
          lessonsDone: 0, lessons: 7,
          testScore: nil, lastActivity: nil),
        .init(
          name: "Đặng Tuấn Đạt", code: "HS0704", className: "Lớp 7A", state: .finished,
          lessonsDone: 7, lessons: 7,
          testScore: Points(thousandths: 4250), lastActivity: School.now),
      ] : [],
    units: [
      SelectOption(value: "hoa-sen-7a", text: "Lớp 7A"),
      SelectOption(value: "hoa-sen-7b", text: "Lớp 7B"),
    ],
    contests: [
      .init(
        id: School.contest, title: School.contestTitle, phase: .open, finished: 31, running: 3,
        absent: 8)
    ], canManage: view.state == nil, canGiveCards: view.state == nil)
}

private let importRun = ImportRun(
  id: ImportID(number: 77), unit: UnitID(number: 1), cohort: nil, actor: nil, madeAt: School.now,
  created: 31, changed: 2)

private let preview = ImportPage.Preview(
  token: "upl-1", file: "7a.csv", unit: "u1", cohort: "c",
  summary: .init(added: 31, updated: 2, unchanged: 4, leftOut: 1),
  rows: [
    .init(
      line: 2, name: "Nguyễn Thị Minh Anh", code: "HS0701", birthYear: 2013, className: "Lớp 7A",
      effect: .keep),
    .init(
      line: 3, name: "Phạm Đức Bình", code: "HS0702", birthYear: 2013, className: "Lớp 7A",
      effect: .add),
    .init(
      line: 4, name: "Hoàng Ngọc Châu", code: nil, birthYear: nil, className: "Lớp 7B",
      effect: .move, was: "Hoàng Ngọc Chu, 2012"),
    .init(
      line: 5, name: "Đặng <b>Đạt</b>", code: "HS0704", birthYear: 1013, className: "Lớp 7A",
      effect: .wait),
  ],
  issues: [
    SourceIssue(
      SourceLocation(file: "7a.csv", line: 5, column: 24),
      LocalizedText(
        vi: "Dòng 5, cột Năm sinh: “1013” không phải ngày sinh.",
        en: "Line 5, column Năm sinh: “1013” is no date of birth."))
  ],
  notes: [
    SourceIssue(
      SourceLocation(file: "7a.csv", line: 40, column: 1),
      LocalizedText(
        vi: "Dòng 40 không phải dòng học sinh (“Tổng số: 38”), được bỏ qua.",
        en: "Line 40 is no pupil's (“Tổng số: 38”) and was skipped."))
  ],
  questions: questions, isDecided: false)

/// A workbook of which nobody has said yet which sheet is the list.
private let sheetQuestion = ImportPage.Preview(
  token: "upl-2", file: "khoi-7.xlsx", unit: "u1", cohort: "",
  summary: .init(added: 0, updated: 0, unchanged: 0, leftOut: 0), rows: [],
  sheets: [
    SelectOption(value: "1", text: "7A"), SelectOption(value: "2", text: "7B <cũ>"),
  ], isReadable: false)

private let questions: ImportPage.Questions = {
  var questions = ImportPage.Questions()
  questions.classes = [
    .init(
      field: "class-0", label: "“7A1”: 38 dòng, từ dòng 2", hint: nil,
      options: [
        SelectOption(value: "", text: "Chọn…"),
        SelectOption(value: "create 7a1", text: "Tạo lớp 7A1 thuộc THCS Hoa Sen"),
        SelectOption(value: "skip 7a1", text: "Bỏ 38 dòng này"),
      ])
  ]
  questions.people = [
    .init(
      field: "person-5", label: "Dòng 5: Đặng <b>Đạt</b>, Lớp 7A",
      hint: "có thể đã có ở nơi khác:",
      options: [
        SelectOption(value: "", text: "Chọn…"),
        SelectOption(value: "same x", text: "Cùng một người: Đặng <b>Đạt</b>, 2013, Lớp 8A"),
        SelectOption(value: "later", text: "Để sau", isChosen: true),
      ])
  ]
  return questions
}()

private func cards(
  _ standing: CardStanding, asks: Bool = false, hasChanged: Bool = false
) -> HTML {
  cardsPage(
    CardsPage(
      cohort: School.cohort, name: "7A", standing: standing, asksRenewal: asks,
      hasChanged: hasChanged), School.chrome(.cards(School.cohort), School.organizer))
}

private func cardSheet(_ names: [String], isReplacement: Bool = false) -> HTML {
  cardSheetPage(
    CardSheetPage(
      cohort: School.cohort, cohortName: "7A",
      cards: names.map {
        .init(
          name: $0, unitName: "Lớp 7A – THCS Hoa Sen", code: "k3m9-qx2a-7p4d-0v8t-5b6n-zz1c-4g",
          qr: School.qr)
      }, isReplacement: isReplacement), siteAddress: "hoc.example.vn",
    School.chrome(.cards(School.cohort), School.organizer))
}

private let participantChrome = School.chrome(.participants(School.contest), School.teacher)

private func participants(_ view: ParticipantView) -> ParticipantsPage {
  let rows: [ParticipantsPage.Row] = [
    .init(
      name: "Nguyễn Thị Minh Anh", className: "Lớp 7A", code: "HS0701", state: .finished,
      points: Points(thousandths: 9500)),
    .init(
      name: "Phạm Đức Bình", className: "Lớp 7A", code: "HS0702", state: .running, points: nil),
    .init(name: "Hoàng Ngọc Châu", className: "Lớp 7B", code: nil, state: .absent, points: nil),
  ]
  let shown = view.state == nil ? rows : rows.filter { $0.state == view.state }
  return ParticipantsPage(
    id: School.contest, title: School.contestTitle, roundTitle: nil,
    reading: PhaseReading(
      phase: .open, round: 0, until: School.moment("2026-11-21T10:00:00Z")), view: view,
    units: [
      SelectOption(value: "hoa-sen-7a", text: "Lớp 7A"),
      SelectOption(value: "hoa-sen-7b", text: "Lớp 7B"),
    ], counts: [.finished: 1, .running: 1, .absent: 1], showsPoints: view.state == nil,
    rows: shown, found: shown.count, back: Link("7A", .cohort(School.cohort)))
}
