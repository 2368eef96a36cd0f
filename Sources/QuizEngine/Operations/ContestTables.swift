/// Contests and their rounds as tables.
enum ContestTables {
  static func list(
    _ contests: [Contest], _ units: UnitTree, at instant: Instant, _ language: Language
  ) -> Table {
    Table(
      columns: [
        .init("id", vi: "Mã định danh", en: "Id"),
        .init("slug", vi: "Mã thể lệ", en: "Slug"),
        .init("title", vi: "Tên", en: "Title"),
        .init("unit", vi: "Đơn vị", en: "Unit"),
        .init("phase", vi: "Trạng thái", en: "Phase"),
        .init("opensAt", vi: "Mở (giờ Việt Nam)", en: "Opens (Viet Nam time)"),
        .init("closesAt", vi: "Đóng (giờ Việt Nam)", en: "Closes (Viet Nam time)"),
      ],
      rows: contests.map { contest in
        let phase = contest.phase(at: instant).phase
        return [
          .text(contest.id.text), .text(contest.sheet.slug),
          .text(contest.sheet.title[language]), .text(units[contest.unit]?.code),
          .term(phase.rawValue, phase.title), .instant(contest.span.opens),
          .instant(contest.span.closes),
        ]
      })
  }

  static func rounds(
    _ pinned: PinnedContest, _ progress: [(started: Int, ended: Int, persons: Int)],
    at instant: Instant, _ language: Language
  ) -> Table {
    let contest = pinned.contest
    return Table(
      columns: [
        .init("round", vi: "Vòng", en: "Round", .number),
        .init("title", vi: "Tên", en: "Title"),
        .init("phase", vi: "Trạng thái", en: "Phase"),
        .init("opensAt", vi: "Mở (giờ Việt Nam)", en: "Opens (Viet Nam time)"),
        .init("closesAt", vi: "Đóng (giờ Việt Nam)", en: "Closes (Viet Nam time)"),
        .init("attempts", vi: "Số lượt thi", en: "Attempts", .number),
        .init("ended", vi: "Lượt đã xong", en: "Ended", .number),
        .init("persons", vi: "Số người dự thi", en: "Persons", .number),
        .init("settledAt", vi: "Xếp hạng xong lúc", en: "Ranked at"),
        .init("actual", vi: "Số thực của câu dự đoán", en: "Actual of the prediction", .number),
      ],
      rows: zip(pinned.rounds, progress).enumerated().map { index, pair in
        let (round, counts) = pair
        let phase = self.phase(of: round.window, contest, at: instant)
        let title =
          contest.sheet.rounds.indices.contains(index)
          ? contest.sheet.rounds[index].title[language] : ""
        return [
          .count(index + 1), .text(title), .term(phase.rawValue, phase.title),
          .instant(round.window.opens), .instant(round.window.closes), .count(counts.started),
          .count(counts.ended), .count(counts.persons), .instant(round.settledAt),
          .count(round.actual),
        ]
      })
  }

  private static func phase(of window: Window, _ contest: Contest, at instant: Instant) -> Phase {
    if window.contains(instant) { return .open }
    if instant < window.opens { return .upcoming }
    return contest.phase(at: instant).phase == .published ? .published : .closed
  }
}

extension Phase {
  fileprivate var title: LocalizedText {
    switch self {
    case .upcoming: LocalizedText(vi: "Sắp diễn ra", en: "Upcoming")
    case .open: LocalizedText(vi: "Đang diễn ra", en: "Open")
    case .closed: LocalizedText(vi: "Đã kết thúc", en: "Closed")
    case .published: LocalizedText(vi: "Đã công bố", en: "Published")
    }
  }
}
