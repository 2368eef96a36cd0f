extension CohortOperations {
  @Sendable static func cards(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let address = try operation.baseURL()
    let cohort = try engine.cohort(named: try operation.operand(0), actor)
    let replacesAll = operation.option("replace") == "all"
    let batch = try engine.makeCards(
      for: replacesAll ? .cohort(cohort.id) : .without(cohort.id), isDryRun: operation.isDryRun,
      by: actor, at: instant)
    if batch.cards.isEmpty, batch.staff.isEmpty, !replacesAll {
      return OperationOutcome(
        nil,
        vi: "Em nào trong lớp cũng có thẻ rồi; không thẻ nào bị khóa. Mất một thẻ: "
          + "`trainctl person card`. Làm lại cả lớp: thêm `--replace all`.",
        en: "Everybody in the class holds a card; none was locked. One lost card: "
          + "`trainctl person card`. The whole class anew: add `--replace all`.")
    }
    return CardPrinting.outcome(
      batch, title: cohort.name, address: address, isDryRun: operation.isDryRun)
  }
}

extension PersonOperations {
  /// A new card for one person.
  @Sendable static func card(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let address = try operation.baseURL()
    let person = try engine.person(named: try operation.operand(0), actor)
    let batch = try engine.makeCards(
      for: .person(person.id), isDryRun: operation.isDryRun, by: actor, at: instant)
    return CardPrinting.outcome(
      batch, title: batch.cards.first?.person.name ?? "", address: address,
      isDryRun: operation.isDryRun)
  }

  @Sendable static func revokeCard(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let person = try engine.person(named: try operation.operand(0), actor)
    try engine.revokeCards(of: person.id, by: actor, at: instant)
    return OperationOutcome(
      nil, vi: "Thẻ của \(person.name) hết hiệu lực; các phiên đang mở đã kết thúc.",
      en: "The card of \(person.name) stopped working; open sessions were ended.")
  }
}

/// New cards as a sheet, and what to say about them.
enum CardPrinting {
  static func outcome(
    _ batch: CardBatch, title: String, address: String, isDryRun: Bool
  ) -> OperationOutcome {
    var outcome = OperationOutcome(table: table(batch))
    if isDryRun {
      outcome.notes = [
        LocalizedText(
          vi: "Chạy thử: sẽ in \(batch.cards.count) thẻ, thẻ cũ còn hiệu lực.",
          en: "Dry run: \(batch.cards.count) cards would be printed, old ones still work.")
      ]
    } else {
      outcome.documents = [sheet(batch, title: title, address: address)]
      outcome.notes = [
        LocalizedText(
          vi:
            "Đã tạo \(batch.cards.count) thẻ; thẻ cũ hết hiệu lực. Hãy in, phát, rồi xoá tệp này.",
          en: "Made \(batch.cards.count) cards; old ones stopped working. Print, hand out, delete "
            + "the file.")
      ]
    }
    if !batch.staff.isEmpty { outcome.notes.append(withoutCards(batch.staff.count)) }
    return outcome
  }

  private static func sheet(
    _ batch: CardBatch, title: String, address: String
  ) -> OperationOutcome.Document {
    let cards = batch.cards.map { CardSheet.Card($0, address: address) }
    return OperationOutcome.Document(
      name: "cards.html", mediaType: "text/html; charset=utf-8",
      bytes: Array(CardSheet(title: title, cards: cards).page.text.utf8), isSecret: true)
  }

  private static func table(_ batch: CardBatch) -> Table {
    Table(
      columns: [
        .init("class", vi: "Lớp", en: "Class"), .init("name", vi: "Họ và tên", en: "Full name"),
      ], rows: batch.cards.map { [.text($0.className), .text($0.person.name)] })
  }

  private static func withoutCards(_ staff: Int) -> LocalizedText {
    LocalizedText(
      vi: "\(staff) cán bộ không có thẻ vì đăng nhập bằng mật khẩu.",
      en: "\(staff) members of staff get no card: they sign in with a password.")
  }
}

extension CardSheet.Card {
  fileprivate init(_ card: PrintedCard, address: String) {
    self.init(
      name: card.person.name, className: card.classLine, school: card.school,
      code: card.secret.grouped, link: address + "/c/" + card.secret.text)
  }
}

extension Operation {
  /// The site's address without a slash at its end.
  func baseURL() throws(Misuse) -> String {
    var address = try required("base-url")
    while address.hasSuffix("/") { address.removeLast() }
    guard address.hasPrefix("https://") || address.hasPrefix("http://"), address.utf8.count <= 200,
      address.utf8.allSatisfy({ (0x21...0x7e).contains($0) && $0 != 0x22 && $0 != 0x3c })
    else {
      throw Misuse(
        vi: "--base-url cần địa chỉ như https://thi.truong.edu.vn.",
        en: "--base-url takes an address such as https://thi.truong.edu.vn.")
    }
    return address
  }
}
