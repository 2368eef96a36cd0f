import QuizEngine
import Testing

@testable import TrainingServer

/// Every page that pupils, teachers and staff share, as each of them: “em” is said to pupils alone.
@Suite struct AddressTests {
  private static let speakers: [(who: Who, own: String)] = [
    (.pupil, "em"), (.teacher, "thầy/cô"), (.organizerA, "bạn"), (.auditor, "bạn"),
  ]

  /// The words of a page without its markup and without what names only third persons.
  private func words(_ answer: TestAnswer) -> String {
    let main = answer.body.split(separator: "<main").last.map(String.init) ?? answer.body
    let body = main.split(separator: "</main>").first.map(String.init) ?? main
    return body.replacing(/data-[a-z-]+="([^"]*)"/) { " " + String($0.1) + " " }
      .replacing(/<[^>]*>/, with: " ").lowercased()
      .replacing("các em", with: "").replacing("em nào", with: "").replacing("trẻ em", with: "")
      .replacing("xem", with: "")
  }

  private func expectAddressed(_ answer: TestAnswer, to own: String, _ page: String) {
    #expect(answer.status == 200, "\(page): \(answer.status)")
    let words = words(answer)
    let said = Set(words.matches(of: /\b(em|bạn|thầy\/cô)\b/).map { String($0.1) })
    #expect(said.isSubset(of: [own]), "\(page) says \(said) to \(own): \(words)")
  }

  @Test func `contest pages, home and account speak to their reader`() throws {
    let site = try TestSite()
    let contest = "/contests/\(site.contest.text)"
    for (who, own) in Self.speakers {
      for path in ["/", "/contests", contest, "/me", contest + "/standings"] {
        let answer = try site.get(path, as: who)
        if answer.status == 404, path.hasSuffix("standings"), who == .auditor { continue }
        expectAddressed(answer, to: own, "\(path) as \(who)")
      }
    }
    let said = try site.get(contest, as: .pupil)
    #expect(words(said).contains("em"), "a pupil is spoken to")
  }

  @Test func `paper, review, receipt and result speak to whoever sits the test`() throws {
    let site = try TestSite()
    let attempt = "/attempts/\(try site.attempt().text)"
    for path in ["", "/review"] {
      expectAddressed(try site.get(attempt + path, as: .pupil), to: "em", path)
    }
    _ = try site.post(attempt + "/submission", as: .pupil)
    for path in ["/receipt", "/result"] {
      expectAddressed(try site.get(attempt + path, as: .pupil), to: "em", path)
    }
  }

  @Test(arguments: Address.allCases)
  func `every word of the shared areas changes with its reader`(_ address: Address) {
    let areas: [any Sendable] = [
      Words.contest, Words.exam, Words.result, Words.ranking, Words.home, Words.account,
      Words.secondFactor,
    ]
    for area in areas {
      for child in Mirror(reflecting: area).children {
        guard let text = child.value as? LocalizedText else { continue }
        // Cards are the pupils' own: these pages are nobody else's.
        let label = child.label ?? "?"
        if label.hasPrefix("card") || label.hasPrefix("signOutNote") || label == "allDone"
          || label == "watch" || label == "notForReaderText"
        {
          continue
        }
        let words = address.said(text.vietnamese).lowercased()
        let said = Set(words.matches(of: /\b(em|bạn|thầy\/cô|thí sinh)\b/).map { String($0.1) })
        let allowed: Set<String> = [address.word, "thí sinh"]
        let staff = label.hasSuffix("Staff") || label == "wellPassed" || label == "wellFailed"
        #expect(staff || said.isSubset(of: allowed), "\(label): \(words)")
      }
    }
  }
}
