/// `report completion` and `report participation`.
enum ReportOperations {
  static let specs = [
    OperationSpec(
      "report", "completion", vi: "Tỷ lệ hoàn thành của nhóm học theo đơn vị",
      en: "Completion of a cohort by unit",
      options: [
        .init("cohort", .text("COHORT"), isRequired: true, vi: "Nhóm học", en: "The cohort")
      ], .data(completion)),
    OperationSpec(
      "report", "participation", vi: "Tỷ lệ tham gia cuộc thi theo đơn vị",
      en: "Participation in a contest by unit",
      options: [
        .init("contest", .text("CONTEST"), isRequired: true, vi: "Cuộc thi", en: "The contest"),
        ContestOperations.round,
      ], .data(ContestOperations.units)),
  ]

  @Sendable private static func completion(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let cohort = try engine.cohort(named: try operation.required("cohort"), actor)
    let table = Table(completionByUnit: try engine.completion(ofCohort: cohort.id, by: actor))
    try engine.recordExport("completion", of: cohort.id.text, by: actor, at: instant)
    return OperationOutcome(table: table)
  }
}
