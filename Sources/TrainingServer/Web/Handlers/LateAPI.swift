import QuizEngine

/// Answers that a device could not send before the end, and the organizers' list of them.
enum LateAPI {
  static func deliver(_ context: RequestContext) throws -> Response {
    let person = try context.requireSession().person
    let attempt: AttemptID = try context.id("attempt", .attempt)
    let kept = try context.engine.deliverLate(
      answers(try JSONBody(context.request, members: ["sentAt", "deliveries"], values: 16_000)),
      in: attempt,
      by: person, at: context.now)
    return .json { writer in
      writer.field("attempt", attempt.text)
      writer.field("counted", false)
      writer.late(kept)
      writer.field("serverTime", context.now)
    }
  }

  private static func answers(_ body: JSONBody) throws -> [LateAnswer] {
    let sentAt = try body.instant("sentAt")
    guard let items = body["deliveries"]?.array, items.count <= 600 else {
      throw RequestFault.badMember("deliveries", .malformed)
    }
    return try items.map { item in
      let isPrediction = item["slot"] == nil
      let object = try JSONBody(
        item, in: "deliveries",
        members: ["revision", "chosenAt"] + (isPrediction ? ["value"] : ["slot", "response"]))
      let revision = try object.revision()
      let answer: StepAction =
        isPrediction
        ? .predicted(revision: revision, value: try object.int("value"))
        : .saved(
          slot: try object.int("slot"), revision: revision, response: try object.response())
      return LateAnswer(answer: answer, chosenAt: try object.instant("chosenAt"), sentAt: sentAt)
    }
  }

  static func list(_ context: RequestContext) throws -> Response {
    let id: ContestID = try context.id("contest", .contest)
    let found = try context.engine.lateDeliveries(
      in: id, by: .person(context.requireSession()))
    let units = try context.engine.units()
    return .json { writer in
      writer.field("count", found.count)
      writer.array("items", found.rows) { writer, row in
        writer.beginObject()
        writer.field("attempt", row.attempt.text)
        writer.field("person", row.person)
        writer.field("unit", units[row.unit]?.name ?? "")
        writer.field("round", row.round + 1)
        writer.late(row.delivery)
        writer.endObject()
      }
    }
  }
}

extension JSONWriter {
  mutating func late(_ deliveries: [LateDelivery]) {
    array("lateDeliveries", deliveries) { writer, delivery in
      writer.beginObject()
      writer.late(delivery)
      writer.endObject()
    }
  }

  fileprivate mutating func late(_ delivery: LateDelivery) {
    switch delivery.sent.answer {
    case .saved(let slot, let revision, let response):
      field("slot", slot)
      field("revision", revision)
      key("response")
      self.response(response)
    case .predicted(let revision, let value):
      field("revision", revision)
      field("value", value)
    case .submitted, .expired: break
    }
    field("chosenAt", delivery.sent.chosenAt)
    field("sentAt", delivery.sent.sentAt)
    field("receivedAt", delivery.receivedAt)
    field("claimedAt", delivery.claimedAt)
  }
}
